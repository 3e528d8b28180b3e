package dev.assay.run.inspection.graphs;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.Adaptation;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.Trace;
import dev.assay.keras.models.WeightSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** Whether weights are the graph's variables. */
final class WeightDeclarations {
  private static final String ADVICE =
      "Make weights with LayerContext.addWeight, and leave graph and manifest to Assay.";

  private final GraphNodes operations;
  private final Violations violations;

  WeightDeclarations(GraphNodes operations, Violations violations) {
    this.operations = operations;
    this.violations = violations;
  }

  /** All variables and no others, each of its shape. */
  void check(List<WeightSpec> weights) {
    Set<String> handles = new HashSet<>();
    for (WeightSpec weight : weights) {
      if (!handles.add(handle(weight))) {
        refuse("The manifest has several weights with the name %s.", weight);
      }
      NodeDef node = operations.get(handle(weight));
      if (node == null || !node.getOp().equals("VarHandleOp") || !isOf(node, weight)) {
        refuse("The graph has no variable for the weight %s of its shape and type.", weight);
      }
    }
    for (NodeDef node : operations.all()) {
      if (node.getOp().equals("VarHandleOp") && !handles.contains(node.getName())) {
        violations.add(
            "WEIGHTS",
            "The graph has the variable %s, which is none of the model's weights."
                .formatted(Violations.show(node.getName())),
            ADVICE);
      }
    }
  }

  private static boolean isOf(NodeDef node, WeightSpec weight) {
    return node.getAttrOrDefault("dtype", Defaults.NONE).getType() == DataType.DT_FLOAT
        && Shapes.isOf(node.getAttrOrDefault("shape", Defaults.NONE).getShape(), weight.shape())
        && node.getAttrOrDefault("shared_name", Defaults.NONE)
            .getS()
            .toStringUtf8()
            .equals(weight.name());
  }

  /** Each weight of a model must be read in this of its graphs, from its own variable. */
  void checkReads(Manifest part, Trace trace) {
    for (WeightSpec weight : part.weights()) {
      if (!reads(operations.get(trace.read(weight)), handle(weight))) {
        refuse("The graph does not read the weight %s where its name says so.", weight);
      }
    }
  }

  /** An ensemble's reads only name those of its members. */
  private boolean reads(@Nullable NodeDef node, String handle) {
    NodeDef read = node;
    if (read != null && read.getOp().equals("Identity") && read.getInputCount() > 0) {
      read = operations.get(NodeInputs.node(read.getInput(0)));
    }
    return read != null
        && read.getOp().equals("ReadVariableOp")
        && read.getInputCount() > 0
        && NodeInputs.node(read.getInput(0)).equals(handle);
  }

  /** What training sets beside the optimizer: only weights of the model that are not trained. */
  void checkChanges(Manifest part) {
    for (Trace trace : Set.copyOf(List.of(part.serving(), part.training()))) {
      trace.updates().forEach(update -> checkChanged(part, update.weight()));
      for (Adaptation adaptation : trace.adaptations()) {
        changed(adaptation).forEach(name -> checkChanged(part, name));
      }
    }
  }

  private static Stream<String> changed(Adaptation adaptation) {
    return adaptation instanceof Adaptation.Moments moments
        ? Stream.of(moments.mean(), moments.variance())
        : Stream.of(((Adaptation.Quantiles) adaptation).boundaries());
  }

  private void checkChanged(Manifest part, String name) {
    if (part.weights().stream()
        .noneMatch(weight -> weight.name().equals(name) && !weight.trainable())) {
      violations.add(
          "WEIGHTS",
          "The manifest sets %s in training, which is no weight of the model, or one that is trained."
              .formatted(Violations.show(name)),
          ADVICE);
    }
  }

  private static String handle(WeightSpec weight) {
    return WeightSpec.HANDLES + weight.name();
  }

  private void refuse(String message, WeightSpec weight) {
    violations.add(
        "WEIGHTS", String.format(Locale.ROOT, message, Violations.show(weight.name())), ADVICE);
  }
}
