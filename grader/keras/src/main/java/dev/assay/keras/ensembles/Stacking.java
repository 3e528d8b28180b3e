package dev.assay.keras.ensembles;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A combination of different models that is learned from predictions for examples that the
 * predicting model had not seen.
 *
 * <p>Each member is trained once for every fold, on all examples but the fold's, and predicts the
 * fold; then it is trained on all examples. Folds have the same share of each class. With m members
 * and k folds that makes m (k + 1) trainings.
 *
 * <p>By default the combination is an average. Its weights {@code w = softmax(a)}, one for each
 * member, minimise the loss of {@code sum(w * outputs)} over the predictions for the folds; {@code
 * a} begins at 0, the plain average, and pays an L2 penalty of 1e-3, so that members that are as
 * good as each other keep equal weights.
 *
 * <p>A model of your own takes its place with {@link Members#combinedBy}: its features are the
 * members' predictions for the folds, side by side, and it is trained by the whole plan, as members
 * are. Of both kinds the best epoch by validation loss is kept, with the outputs of the members
 * that were trained on all examples; the history does not show this training.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.stacking(5));
 * Model flat = Sequential.of(Dense.of(1)).compile(Adam.defaults(), Loss.HUBER);
 * Model deep = Sequential.of(Dense.of(2).activation(RELU), Dense.of(1))
 *     .compile(SGD.defaults(), Loss.HUBER);
 * parameters(Members.of(flat, deep), plan, 4); // -> 20
 * error(() -> parameters(flat, plan, 4));
 * // -> Stacking combines different models. Received: one. Return Members.of(a, b) from build,
 * // -> or use Ensemble.bagging(5) for several of the same kind.
 * }</pre>
 *
 * @param folds 2 to 50, at most as many as there are training examples
 * @see <a href="https://doi.org/10.1016/S0893-6080(05)80023-1">Wolpert, Stacked Generalization
 *     (1992)</a>, for the scheme
 * @see <a href="https://doi.org/10.2202/1544-6115.1309">van der Laan, Polley and Hubbard, Super
 *     Learner (2007)</a>, for weights that are positive and add up to 1
 */
public record Stacking(int folds) implements Ensemble {
  public Stacking {
    if (folds < 2 || folds > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Stacking: folds must be in [2, %d]. Received: %d", MOST, folds));
    }
  }

  /** Returns whether a part of a stack is the average, rather than a model of the answer's own. */
  public static boolean isAverage(Manifest combiner) {
    return combiner.layers().stream()
        .anyMatch(layer -> layer.type().equals(WeightedAverage.class.getSimpleName()));
  }

  @Override
  public ModelGraph trace(Model model, TensorSpec input, @Nullable TensorSpec labels, long seed) {
    if (!(model instanceof Members members)) {
      throw new IllegalArgumentException(
          "Stacking combines different models. Received: one. Return Members.of(a, b) from build,"
              + " or use Ensemble.bagging(5) for several of the same kind.");
    }
    return Composer.stacked(members, new ExampleSpec(input, labels), seed);
  }
}
