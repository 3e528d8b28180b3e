package dev.assay.keras.ensembles;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Members of one architecture that are trained in turn, each on examples weighted by the errors of
 * those before it.
 *
 * <p>For classes this is SAMME: a member's error is the weighted share of training examples that it
 * gets wrong, its vote is {@code learningRate * (log((1 - error) / error) + log(K - 1))} with K
 * classes, and the weights of the examples it gets wrong are multiplied by {@code exp(vote)}.
 * Boosting stops early at a member without errors, which is kept with the vote 1, and at one that
 * is no better than guessing, {@code error >= 1 - 1/K}, which gets no vote. The ensemble's
 * probabilities are {@code softmax(d / (K - 1))}, where {@code d} is the average, weighted by
 * votes, of 1 for the class that a member names and {@code -1 / (K - 1)} for each other class. They
 * are less certain than the members' own, so that the ensemble's cross-entropy may be above theirs
 * although it is right more often.
 *
 * <p>The weights go into the loss that a member is trained by, with a mean of 1. The best epoch of
 * a member is chosen by the validation loss, which is not weighted. Where boosting stops early,
 * members that were not trained have no vote; their weights are copies of the last one's.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.boosting(5));
 * plan.ensemble(); // -> Boosting[members=5, learningRate=1.0]
 * error(() -> Ensemble.boosting(1)); // -> Boosting: members must be in [2, 50]. Received: 1
 * error(() -> Ensemble.boosting(5).learningRate(0));
 * // -> Boosting: learningRate must be positive and finite. Received: 0.0
 * }</pre>
 *
 * @param members the most members, 2 to 50
 * @param learningRate what votes are multiplied by; positive, default 1. Smaller ones let later
 *     members differ less from earlier ones
 * @see <a href="https://doi.org/10.4310/SII.2009.v2.n3.a8">Zhu, Zou, Rosset and Hastie, Multi-class
 *     AdaBoost (2009)</a>
 */
public record Boosting(int members, double learningRate) implements Ensemble {
  public Boosting {
    if (members < 2 || members > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Boosting: members must be in [2, %d]. Received: %d", MOST, members));
    }
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new IllegalArgumentException(
          "Boosting: learningRate must be positive and finite. Received: " + learningRate);
    }
  }

  /** Returns the same boosting with votes multiplied by another number. */
  public Boosting learningRate(double newLearningRate) {
    return new Boosting(members, newLearningRate);
  }

  @Override
  public ModelGraph trace(Model model, TensorSpec input, @Nullable TensorSpec labels, long seed) {
    return Composer.boosted(model, members, new ExampleSpec(input, labels), seed);
  }
}
