package dev.assay.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model does on some examples: the model itself, or the first member of an ensemble.
 *
 * <p>Numbers may be NaN or infinite.
 *
 * @param initial with the weights before training
 * @param trained with the weights that are graded; null where there are none
 * @param trials short trainings at other learning rates, in the order asked for
 * @param memberSpread how far the members of an ensemble are apart: the mean over examples of the
 *     standard deviation between members, divided by that between examples; null where there are no
 *     trained members
 */
public record ModelMeasurement(
    State initial, @Nullable State trained, List<RateTrial> trials, @Nullable Double memberSpread) {
  public ModelMeasurement {
    trials = List.copyOf(trials);
  }

  /**
   * A model with given weights.
   *
   * @param train loss and metrics on examples of the training set, as prediction computes them, by
   *     the history's keys
   * @param validation the same on the validation set
   * @param trainingLoss the mean loss of those training examples as training computes it: with
   *     Dropout, and with a batch's own statistics; without penalties
   * @param penalty what regularizers add to it
   * @param shuffledLoss the validation loss when each example has the features of another one
   * @param outputs what is predicted for the validation set
   * @param values of the watched tensors on the validation set, in the order asked for
   * @param weights those that the optimizer updates, in the manifest's order
   */
  public record State(
      Map<String, Double> train,
      Map<String, Double> validation,
      double trainingLoss,
      double penalty,
      double shuffledLoss,
      Outputs outputs,
      List<Values> values,
      List<Weight> weights) {}

  /**
   * The predictions of the validation set.
   *
   * @param mean of all outputs
   * @param spread the standard deviation between examples, averaged over the outputs
   * @param labelSpread the standard deviation of the labels; of class numbers it says nothing
   * @param predicted how often each class is predicted; empty where there are no classes
   * @param actual how often each class is the label
   */
  public record Outputs(
      double mean,
      double spread,
      double labelSpread,
      List<Integer> predicted,
      List<Integer> actual) {}

  /**
   * A watched tensor, whose last axis numbers units.
   *
   * @param tensor the operation's name
   * @param units the size of the last axis
   * @param dead units that are at the lower end for every example and place
   * @param stuck units that are at one of the two ends for at least 95 % of them
   * @param same units that have one value for all
   * @param meanAbs the mean size of the values
   * @param largest the root mean square of the unit that has the largest
   * @param least the root mean square of the unit that has the least, of those that vary
   */
  public record Values(
      String tensor,
      int units,
      int dead,
      int stuck,
      int same,
      double meanAbs,
      double largest,
      double least) {}

  /**
   * A weight that the optimizer updates.
   *
   * @param name as in the manifest
   * @param size the root mean square of its values
   * @param gradient that of the derivative of the loss by it; null where it has none
   * @param change that of its difference from the weight before training
   */
  public record Weight(String name, double size, @Nullable Double gradient, double change) {}

  /**
   * A short training from the initial weights.
   *
   * @param rate the learning rate
   * @param loss the mean loss afterwards of the training examples, as training computes it; NaN
   *     where it diverged
   */
  public record RateTrial(double rate, double loss) {}
}
