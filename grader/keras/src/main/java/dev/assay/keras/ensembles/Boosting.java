package dev.assay.keras.ensembles;

import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Members of one architecture that are trained in turn, each on examples weighted by the errors of
 * those before it.
 *
 * <p>The model's loss decides what is boosted. For classes it is SAMME: a member's error {@code e}
 * is the weighted share of training examples that it gets wrong, its vote is {@code learningRate *
 * (log((1 - e) / e) + log(K - 1))} with K classes, and the weights of the examples it gets wrong
 * are multiplied by {@code exp(vote)}. The ensemble's probabilities are {@code softmax(d / (K -
 * 1))}, where {@code d} is the average, weighted by votes, of 1 for the class that a member names
 * and {@code -1 / (K - 1)} for each other class. They are less certain than the members' own: the
 * ensemble's cross-entropy may be above theirs although it is right more often.
 *
 * <p>For a number it is AdaBoost.R2: {@code e} is the weighted mean of the errors' {@link
 * BoostingLoss}, the vote {@code learningRate * log((1 - e) / e)}, and the weight of an example
 * with the loss {@code l} is multiplied by {@code (e / (1 - e))^(learningRate * (1 - l))}. The
 * ensemble predicts the weighted median: the smallest prediction up to which members have at least
 * half of the votes.
 *
 * <p>The numbers are those of scikit-learn's {@code AdaBoostClassifier} and {@code
 * AdaBoostRegressor}, except that the regressor there draws a resample by the weights; here the
 * weights are in the loss that each member is trained by, scaled to a mean of 1. A batch then has
 * the same gradient on average, and every example is seen in each epoch. Weights of the training
 * set are those of the first member; class weights, and sample weights of the model, multiply the
 * loss but do not change a member's error. The best epoch of a member is chosen by the validation
 * loss, which is not weighted.
 *
 * <p>Boosting stops early at a member without errors, which is kept with the vote 1, and at one
 * that is no better than guessing ({@code e >= 1 - 1/K}, for a number {@code e >= 0.5}), which gets
 * no vote; if that is the first one, it is kept alone. Members that were not trained have no vote,
 * and copies of the last one's weights.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.boosting(5).learningRate(0.5));
 * plan.ensemble(); // -> Boosting[members=5, learningRate=0.5, loss=LINEAR]
 * Model one = Sequential.of(Dense.of(1)).compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR);
 * parameters(one, plan, 4); // -> 30
 * error(() -> Ensemble.boosting(1)); // -> Boosting: members must be in [2, 50]. Received: 1
 * error(() -> Ensemble.boosting(5).learningRate(0));
 * // -> Boosting: learningRate must be in (0, 10]. Received: 0.0
 * }</pre>
 *
 * <p>Of the 30 parameters in the example, 25 are the members' and 5 are their votes.
 *
 * @param members the most members, 2 to 50
 * @param learningRate what votes are multiplied by; in (0, 10], default 1. With smaller ones later
 *     members differ less from earlier ones
 * @param loss what the errors of a number count; default {@link BoostingLoss#LINEAR}. Classes are
 *     right or wrong
 * @see <a href="https://doi.org/10.4310/SII.2009.v2.n3.a8">Zhu, Zou, Rosset and Hastie, Multi-class
 *     AdaBoost (2009)</a>, for SAMME
 * @see <a href="https://dl.acm.org/doi/10.5555/645526.657132">Drucker, Improving Regressors using
 *     Boosting Techniques (1997)</a>, for AdaBoost.R2
 */
public record Boosting(int members, double learningRate, BoostingLoss loss) implements Ensemble {
  private static final double MOST_RATE = 10;

  public Boosting {
    if (members < 2 || members > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Boosting: members must be in [2, %d]. Received: %d", MOST, members));
    }
    if (!(learningRate > 0 && learningRate <= MOST_RATE)) {
      throw new IllegalArgumentException(
          "Boosting: learningRate must be in (0, 10]. Received: " + learningRate);
    }
  }

  /** Returns the same boosting with votes multiplied by another number. */
  public Boosting learningRate(double newLearningRate) {
    return new Boosting(members, newLearningRate, loss);
  }

  /** Returns the same boosting with another loss for the errors of a number. */
  public Boosting loss(BoostingLoss newLoss) {
    return new Boosting(members, learningRate, newLoss);
  }

  /**
   * Returns whether a loss compares outputs with one class for each example, which members vote on.
   *
   * @param outputs of the model for an example, at least 1
   */
  public static boolean isOfClasses(Loss loss, int outputs) {
    return switch (loss.outputs()) {
      case VALUES -> false;
      case LOGITS -> outputs == 1;
      case CLASS_LOGITS -> outputs > 1;
      case PROBABILITIES, MARGINS -> outputs == 1 || !loss.labels().contains(Labels.ZERO_OR_ONE);
    };
  }

  @Override
  public ModelGraph trace(Model model, TensorSpec input, @Nullable TensorSpec labels, long seed) {
    return Composer.boosted(model, members, new ExampleSpec(input, labels), seed);
  }
}
