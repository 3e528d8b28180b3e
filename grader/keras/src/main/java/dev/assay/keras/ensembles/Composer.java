package dev.assay.keras.ensembles;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Traces several models, and what combines their outputs, into one model. */
final class Composer {
  /**
   * The learning rate of the combiner, so small that its first step cannot turn the plain average
   * into a single member.
   */
  private static final double COMBINER_LEARNING_RATE = 0.05;

  private Composer() {}

  /**
   * Traces members of one architecture whose outputs are averaged.
   *
   * @throws IllegalArgumentException where they have no single output of shape (None, n)
   */
  static ModelGraph averaged(Model model, int members, ExampleSpec examples, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<ModelGraph> traced = members(Collections.nCopies(members, model), examples, seeds);
    Layer average = new WeightedAverage(model.compilation().loss().outputs(), members, false);
    return compose(traced, combiner(model.compilation(), average), outputs(traced), seeds);
  }

  /**
   * Traces different models, each by itself with its own random operations, and what is trained to
   * combine them: their own combiner, or an average.
   *
   * @throws IllegalArgumentException where their outputs differ in number
   */
  static ModelGraph stacked(Members models, ExampleSpec examples, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<ModelGraph> traced = members(models.models(), examples, seeds);
    Compilation compilation = models.compilation();
    Model own = models.combiner();
    Model combiner =
        own != null
            ? own
            : combiner(
                compilation,
                new WeightedAverage(compilation.loss().outputs(), traced.size(), true));
    return compose(traced, combiner, outputs(traced), seeds);
  }

  /**
   * Traces members that vote on a class, or on a number.
   *
   * @throws IllegalArgumentException where the model has neither, or a target of its own
   */
  static ModelGraph boosted(Model model, int members, ExampleSpec examples, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<ModelGraph> traced = members(Collections.nCopies(members, model), examples, seeds);
    int outputs = outputs(traced);
    Loss loss = model.compilation().loss();
    checkBoosted(traced.get(0).manifest(), loss, outputs, members);
    Layer vote =
        Boosting.isOfClasses(loss, outputs)
            ? new ClassVote(loss.outputs(), members)
            : new WeightedMedian(members);
    return compose(traced, combiner(model.compilation(), vote), outputs, seeds);
  }

  private static void checkBoosted(Manifest member, Loss loss, int outputs, int members) {
    if (member.heads().outputs().get(0).target() != null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Boosting compares outputs with the labels. Received: an output with a target of its"
                  + " own. Remove the target, or use Ensemble.bagging(%d).",
              members));
    }
    boolean ofNumber = loss.outputs() == Outputs.VALUES && outputs == 1;
    if (!ofNumber && !Boosting.isOfClasses(loss, outputs)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Boosting needs a loss of one class or one number for each example, such as"
                  + " Loss.SPARSE_CATEGORICAL_CROSSENTROPY. Received: %s with %d outputs. Change the"
                  + " loss, or use Ensemble.bagging(%d).",
              loss.key(),
              outputs,
              members));
    }
  }

  private static List<ModelGraph> members(
      List<Model> models, ExampleSpec examples, SplittableRandom seeds) {
    List<ModelGraph> members = new ArrayList<>();
    for (Model model : models) {
      members.add(examples.trace(model, seeds.nextLong()));
    }
    return members;
  }

  private static int outputs(List<ModelGraph> members) {
    TensorSpec first = members.get(0).manifest().output();
    for (ModelGraph member : members) {
      int count = member.manifest().heads().outputs().size();
      if (count > 1) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The members of an ensemble need one output each. Received: %d",
                count));
      }
      TensorSpec output = member.manifest().output();
      if (!output.equals(first) || output.shape().size() != 1) {
        throw new IllegalArgumentException(
            "The members of an ensemble need outputs of the same shape (None, n). Received: %s and %s"
                .formatted(first.show(), output.show()));
      }
    }
    return first.shape().get(0);
  }

  private static Model combiner(Compilation members, Layer combination) {
    return new Combiner(
        combination,
        new Compilation(
            Adam.withLearningRate(COMBINER_LEARNING_RATE), members.loss(), members.metrics()));
  }

  private record Combiner(Layer combination, Compilation compilation) implements Model {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      return context.call(combination, input);
    }
  }

  private static ModelGraph compose(
      List<ModelGraph> members, Model combination, int outputs, SplittableRandom seeds) {
    ModelGraph combiner =
        ModelGraph.trace(
            combination,
            new TensorSpec(ElementType.FLOAT32, List.of(members.size() * outputs)),
            seeds.nextLong());
    checkCombiner(members.get(0).manifest(), combiner.manifest());
    Assembly assembly = new Assembly(members.get(0).graphDef().getVersions());
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      manifests.add(assembly.addMember("member_" + (i + 1), members.get(i)));
    }
    Parts parts = new Parts(manifests, assembly.addCombiner("combiner", combiner));
    return new ModelGraph(assembly.finish(parts), whole(parts), parts);
  }

  private static void checkCombiner(Manifest member, Manifest combiner) {
    int count = combiner.heads().outputs().size();
    if (count > 1 || !combiner.output().equals(member.output())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The combiner needs one output of shape %s, as the members have. Received: %s",
              member.output().show(),
              count > 1 ? count + " outputs" : combiner.output().show()));
    }
  }

  /** The ensemble as a model; it is only served, so that its training graph is the serving one. */
  private static Manifest whole(Parts parts) {
    Manifest first = parts.members().get(0);
    Trace serving = new Trace(Assembly.SCOPE, List.of(), List.of(), List.of());
    return new Manifest(
        first.input(),
        first.output(),
        serving,
        serving,
        parts.all().stream().flatMap(part -> part.weights().stream()).toList(),
        parts.all().stream().flatMap(part -> part.layers().stream()).toList(),
        first.compilation());
  }
}
