package dev.assay.keras.models.tracing;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Heads;
import dev.assay.keras.models.LabelFunction;
import dev.assay.keras.models.LabelFunctions;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.Supervision;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A model in one of its two graphs: with the names there that {@link Trace} gives. */
final class TracedGraph {
  private static final int LONGEST_NUMBER = "_32".length();

  private final TracingContext context;
  private final Operand<TFloat32> features;
  private final List<Operand<TFloat32>> made;
  private final List<Operand<TFloat32>> outputs;

  private TracedGraph(
      TracingContext context,
      Operand<TFloat32> features,
      List<Operand<TFloat32>> made,
      List<Operand<TFloat32>> outputs) {
    this.context = context;
    this.features = features;
    this.made = made;
    this.outputs = outputs;
  }

  /** Adds the input, the model and its outputs. */
  static TracedGraph of(Model model, TensorSpec input, TracingContext context) {
    Ops tf = context.tf();
    Operand<?> raw =
        tf.withName("input")
            .placeholder(input.type().tensorType(), Placeholder.shape(input.batchShape()));
    Operand<TFloat32> features = tf.withName("features").dtypes.cast(raw, TFloat32.class);
    List<Operand<TFloat32>> made = model.callAll(context, features);
    int heads = model.compilation().heads().size();
    if (made.size() != heads) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The model has %d heads, but its call returned %d outputs. Return one for each.",
              heads,
              made.size()));
    }
    List<Operand<TFloat32>> outputs = new ArrayList<>();
    for (Operand<TFloat32> value : made) {
      String name = outputs.isEmpty() ? "output" : "output_" + outputs.size();
      outputs.add(tf.withName(name).identity(value));
    }
    return new TracedGraph(context, features, made, List.copyOf(outputs));
  }

  List<Operand<TFloat32>> outputs() {
    return outputs;
  }

  /**
   * Adds what the model computes from labels.
   *
   * @param labels of an example; null where that is not known
   * @param weighs whether the examples' weights are wanted
   */
  Heads heads(LabelFunctions functions, @Nullable TensorSpec labels, boolean weighs) {
    List<@Nullable TensorSpec> targets = new ArrayList<>();
    if (functions.isEmpty()) {
      outputs.forEach(output -> targets.add(null));
    } else {
      Supervision supervision = Supervision.of(context.tf(), features, labels);
      outputs.forEach(output -> targets.add(target(supervision, functions, targets.size())));
      if (weighs && functions.sampleWeights() != null) {
        supervision.sampleWeights(functions.sampleWeights());
      }
    }
    return new Heads(
        specs(targets), functions.isEmpty() ? null : labels, functions.sampleWeights() != null);
  }

  private @Nullable TensorSpec target(
      Supervision supervision, LabelFunctions functions, int number) {
    LabelFunction function = functions.targets().get(number);
    return function == null ? null : supervision.target(number, function, spec(number));
  }

  private List<OutputSpec> specs(List<@Nullable TensorSpec> targets) {
    List<OutputSpec> specs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < outputs.size(); i++) {
      specs.add(new OutputSpec(name(i, names), spec(i), targets.get(i)));
    }
    return specs;
  }

  private TensorSpec spec(int number) {
    return TensorSpec.ofBatch(ElementType.FLOAT32, outputs.get(number).shape());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }

  /** The layer's, and never one whose keys in a history would look like the validation set's. */
  private String name(int number, Set<String> used) {
    String layer = plain(context.makerOf(made.get(number)).orElse("output"));
    String prefix = layer.equals("val") || layer.startsWith("val_") ? "output_" : "";
    int room = OutputSpec.MAX_NAME - prefix.length() - LONGEST_NUMBER;
    String base = prefix + layer.substring(0, Math.min(layer.length(), room));
    String name = base;
    for (int i = 1; !used.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }
}
