package dev.assay.keras.ensembles;

import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.losses.Labels;
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
   * Traces an ensemble.
   *
   * @param models each traced by itself, with its own random operations
   * @param trained whether the members' weights in the average are learned
   * @throws IllegalArgumentException where their outputs differ in number
   */
  static ModelGraph trace(List<Model> models, boolean trained, ExampleSpec examples, long seed) {
    Outputs outputs = models.get(0).compilation().loss().outputs();
    return trace(models, new WeightedAverage(outputs, models.size(), trained), examples, seed);
  }

  /**
   * Traces members that vote.
   *
   * @throws IllegalArgumentException where the loss is not one of a single class for each example
   */
  static ModelGraph boosted(Model model, int members, ExampleSpec examples, long seed) {
    Loss loss = model.compilation().loss();
    ModelGraph graph =
        trace(
            Collections.nCopies(members, model),
            new ClassVote(loss.outputs(), members),
            examples,
            seed);
    int width = graph.manifest().output().shape().get(0);
    boolean ofClasses =
        switch (loss.outputs()) {
          case VALUES -> false;
          case LOGITS -> width == 1;
          case CLASS_LOGITS -> width > 1;
          case PROBABILITIES, MARGINS -> width == 1 || !loss.labels().contains(Labels.ZERO_OR_ONE);
        };
    if (!ofClasses) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Boosting needs a loss of one class for each example, such as"
                  + " Loss.SPARSE_CATEGORICAL_CROSSENTROPY. Received: %s with %d outputs. Change the"
                  + " loss, or use Ensemble.bagging(%d).",
              loss.key(),
              width,
              members));
    }
    return graph;
  }

  private static ModelGraph trace(
      List<Model> models, Layer combination, ExampleSpec examples, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<ModelGraph> members = new ArrayList<>();
    for (Model model : models) {
      members.add(examples.trace(model, seeds.nextLong()));
    }
    int outputs = outputs(members);
    ModelGraph combiner =
        ModelGraph.trace(
            combiner(models.get(0).compilation(), combination),
            new TensorSpec(ElementType.FLOAT32, List.of(members.size() * outputs)),
            seeds.nextLong());
    return compose(members, combiner);
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

  private static ModelGraph compose(List<ModelGraph> members, ModelGraph combiner) {
    Assembly assembly = new Assembly(members.get(0).graphDef().getVersions());
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      manifests.add(assembly.addMember("member_" + (i + 1), members.get(i)));
    }
    Parts parts = new Parts(manifests, assembly.addCombiner("combiner", combiner));
    return new ModelGraph(assembly.finish(parts), whole(parts), parts);
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
