package dev.assay.keras.ensembles;

import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.Model;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Several models for one problem, which {@link Stacking} trains and combines.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model flat = Sequential.of(Dense.of(1)).compile(Adam.defaults(), Loss.HUBER);
 * Model deep = Sequential.of(Dense.of(2).activation(RELU), Dense.of(1))
 *     .compile(SGD.defaults(), Loss.HUBER);
 * Members.of(flat, deep).models().size(); // -> 2
 * error(() -> Members.of(flat)); // -> Members: there must be 2 to 50 models. Received: 1
 * error(() -> parameters(Members.of(flat, deep), 4));
 * // -> Members are 2 models, and the plan does not stack them. Add
 * // -> .ensemble(Ensemble.stacking(5)) to it, or return one model from build.
 * }</pre>
 *
 * <p>With {@link #combinedBy} a model of your own learns to combine them. Here its input are the 2
 * outputs of each example, so that it has 3 parameters beside the members' 18:
 *
 * <pre>{@code
 * Model flat = Sequential.of(Dense.of(1)).compile(Adam.defaults(), Loss.HUBER);
 * Model deep = Sequential.of(Dense.of(2).activation(RELU), Dense.of(1))
 *     .compile(SGD.defaults(), Loss.HUBER);
 * Model top = Sequential.of(Dense.of(1)).compile(Adam.withLearningRate(0.01), Loss.HUBER);
 * FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.stacking(5));
 * parameters(Members.of(flat, deep).combinedBy(top), plan, 4); // -> 21
 * }</pre>
 *
 * @param models 2 to 50, compiled with the same loss and metrics; optimizers may differ
 * @param combiner from the members' outputs to the ensemble's, compiled with the members' loss and
 *     metrics; null for an average whose weights are learned
 */
public record Members(List<Model> models, @Nullable Model combiner) implements Model {
  public Members {
    models = List.copyOf(models);
    if (models.size() < 2 || models.size() > Ensemble.MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Members: there must be 2 to %d models. Received: %d",
              Ensemble.MOST,
              models.size()));
    }
    Compilation first = models.get(0).compilation();
    for (Model model : models) {
      checkSame(first, model.compilation());
    }
    if (combiner instanceof Members || (combiner != null && !combiner.labelFunctions().isEmpty())) {
      throw new IllegalArgumentException(
          "Members: the combiner must be one model without targets or sample weights of its own."
              + " Received: "
              + (combiner instanceof Members ? "Members" : "a model with functions of the labels"));
    }
    if (combiner != null) {
      checkSame(first, combiner.compilation());
    }
  }

  private static void checkSame(Compilation first, Compilation other) {
    if (!other.loss().equals(first.loss()) || !other.metrics().equals(first.metrics())) {
      throw new IllegalArgumentException(
          "Members: the models must be compiled with the same loss and metrics. Received: %s, %s and %s, %s"
              .formatted(first.loss(), first.metrics(), other.loss(), other.metrics()));
    }
  }

  /** The models, in the order in which they are trained. */
  public static Members of(Model... models) {
    return new Members(List.of(models), null);
  }

  /**
   * Returns the same models with one that learns to combine them, in place of an average.
   *
   * @param newCombiner takes the members' outputs for an example side by side, in the members'
   *     order: m n numbers for m members with n outputs. It has the n outputs of a member, and the
   *     members' loss and metrics
   */
  public Members combinedBy(Model newCombiner) {
    return new Members(models, newCombiner);
  }

  /** Names each of the models; the layers of an ensemble show which is which. */
  @Override
  public Members name(String newName) {
    return new Members(models.stream().map(model -> model.name(newName)).toList(), combiner);
  }

  /** The loss and metrics of all; the first one's optimizer. */
  @Override
  public Compilation compilation() {
    return models.get(0).compilation();
  }

  /** Members have no common graph before their plan says how they are combined. */
  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "Members are %d models, and the plan does not stack them. Add"
                + " .ensemble(Ensemble.stacking(5)) to it, or return one model from build.",
            models.size()));
  }
}
