package dev.assay.keras.ensembles;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import org.jspecify.annotations.Nullable;

/**
 * The number of models to train and the way to combine their predictions, as data.
 *
 * <p>Every member is trained by the whole plan: its epochs, callbacks and class weights, with the
 * best weights by its own validation loss. A problem's limit on epochs is for one training; the
 * limits on parameters, operations and time are for all of them together.
 *
 * <p>Averages of bagging and stacking are of what the loss takes outputs for. Of values, margins
 * and probabilities it is the mean. Of logits it is the logits of the mean probabilities: {@code
 * log(mean(softmax(z)))}, or {@code log(p / (1 - p))} with {@code p = mean(sigmoid(z))}; so an
 * ensemble has outputs of the same kind as its members.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.bagging(5));
 * Model one = Sequential.of(Dense.of(1)).compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR);
 * parameters(one, 4); // -> 5
 * parameters(one, plan, 4); // -> 25
 * }</pre>
 */
public sealed interface Ensemble permits Single, Bagging, Boosting, Stacking {
  /** No ensemble: the model is trained alone. */
  Ensemble NONE = new Single();

  /**
   * The most members, and the most folds: each costs a training, within the problem's time limit.
   */
  int MOST = 50;

  /**
   * The average of members trained on bootstrap resamples; {@code build} gives one model.
   *
   * @param members how many, 2 to 50
   */
  static Bagging bagging(int members) {
    return new Bagging(members);
  }

  /**
   * The vote or weighted median of members that are trained in turn, each on examples weighted by
   * the errors of those before it; {@code build} gives one model.
   *
   * @param members the most, 2 to 50; fewer where boosting stops early
   */
  static Boosting boosting(int members) {
    return new Boosting(members, 1, BoostingLoss.LINEAR);
  }

  /**
   * An average whose weights are learned, or a model that learns to combine others; {@code build}
   * gives {@link Members} of several models.
   *
   * @param folds parts of the training set that each member predicts without having seen them, 2 to
   *     50; 5 is usual
   */
  static Stacking stacking(int folds) {
    return new Stacking(folds);
  }

  /**
   * Traces what a builder gave.
   *
   * @param model one, or {@link Members}
   * @param input the features of an example
   * @param labels of an example; null where no model computes anything from them
   * @param seed from which the seeds of random operations (dropout) are drawn
   * @throws IllegalArgumentException where the models do not fit the ensemble, or as {@link
   *     ModelGraph#trace}
   */
  ModelGraph trace(Model model, TensorSpec input, @Nullable TensorSpec labels, long seed);
}
