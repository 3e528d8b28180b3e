package dev.assay.keras.training;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.ensembles.Ensemble;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of Keras's {@code fit}, as data: {@code
 * FitPlan.epochs(20).batchSize(32).callbacks(...)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan =
 *     FitPlan.epochs(50)
 *         .batchSize(64)
 *         .callbacks(ModelCheckpoint.best("val_loss"), EarlyStopping.on("val_loss").patience(5));
 * fit(plan); // -> COMPLETED after 50
 * FitPlan.epochs(50).batchSize(); // -> 32
 * FitPlan.epochs(50).ensemble(Ensemble.bagging(5)).ensemble(); // -> Bagging[members=5]
 * FitPlan.epochs(50).verbose(0).verbose(); // -> 0
 * error(() -> FitPlan.epochs(0));
 * // -> FitPlan: epochs and batchSize must be positive. Received: epochs=0, batchSize=32
 * }</pre>
 *
 * @param epochs passes over the training set, positive
 * @param batchSize examples a step, positive; default 32, as in Keras
 * @param callbacks at most one of each kind; default none
 * @param oneHotLabels whether class numbers are turned into one-hot vectors, as Keras's {@code
 *     to_categorical}; default false
 * @param classWeights of the training loss; default none
 * @param ensemble whether several models are trained and how they are combined; default none
 * @param verbose what {@code KerasModel.fit} prints, from 0 (nothing) to 2; default 1, as in Keras
 */
public record FitPlan(
    int epochs,
    int batchSize,
    List<Callback> callbacks,
    boolean oneHotLabels,
    ClassWeights classWeights,
    Ensemble ensemble,
    int verbose) {
  public FitPlan {
    if (epochs <= 0 || batchSize <= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "FitPlan: epochs and batchSize must be positive. Received: epochs=%d, batchSize=%d",
              epochs,
              batchSize));
    }
    if (verbose < 0 || verbose > 2) {
      throw new IllegalArgumentException(
          "FitPlan: verbose must be 0 (silent), 1 (a progress bar) or 2 (a line per epoch)."
              + " Received: "
              + verbose);
    }
    callbacks = List.copyOf(callbacks);
    if (callbacks.stream().map(Object::getClass).distinct().count() < callbacks.size()) {
      throw new IllegalArgumentException(
          "FitPlan: at most one callback of each kind. Received: " + callbacks);
    }
  }

  /** A plan with Keras's defaults: batches of 32, no callbacks. */
  public static FitPlan epochs(int epochs) {
    return new FitPlan(epochs, 32, List.of(), false, ClassWeights.NONE, Ensemble.NONE, 1);
  }

  public FitPlan batchSize(int newBatchSize) {
    return new FitPlan(
        epochs, newBatchSize, callbacks, oneHotLabels, classWeights, ensemble, verbose);
  }

  public FitPlan callbacks(Callback... newCallbacks) {
    return new FitPlan(
        epochs, batchSize, List.of(newCallbacks), oneHotLabels, classWeights, ensemble, verbose);
  }

  /**
   * Turns class numbers into one-hot vectors before the loss: what {@code to_categorical} is in
   * Keras. The grader asks for it where an answer has CATEGORICAL_CROSSENTROPY.
   */
  public FitPlan withOneHotLabels() {
    return new FitPlan(epochs, batchSize, callbacks, true, classWeights, ensemble, verbose);
  }

  /**
   * Weighs the examples of each class in the training loss; a class that is not there weighs 1. The
   * model's sample weights are multiplied by these, and the losses of all outputs are weighed.
   */
  public FitPlan classWeights(Map<Integer, Float> newClassWeights) {
    return weighing(ClassWeights.of(newClassWeights));
  }

  /** Weighs the examples of each class so that all classes weigh the same together. */
  public FitPlan balancedClassWeights() {
    return weighing(ClassWeights.BALANCED);
  }

  private FitPlan weighing(ClassWeights newWeights) {
    return new FitPlan(epochs, batchSize, callbacks, oneHotLabels, newWeights, ensemble, verbose);
  }

  /** Trains an ensemble: {@code Ensemble.bagging(5)}, {@code Ensemble.stacking(5)}. */
  public FitPlan ensemble(Ensemble newEnsemble) {
    return new FitPlan(
        epochs, batchSize, callbacks, oneHotLabels, classWeights, newEnsemble, verbose);
  }

  /**
   * Sets what {@code KerasModel.fit} prints: 0 nothing, 1 a progress bar for each epoch, 2 a line
   * for each epoch. Where the output is not a terminal, 1 prints what 2 does. The grader shows
   * training in its own way and does not look at this.
   */
  public FitPlan verbose(int newVerbose) {
    return new FitPlan(
        epochs, batchSize, callbacks, oneHotLabels, classWeights, ensemble, newVerbose);
  }

  /**
   * The declared checkpoint rule, or the best validation loss; where there are several outputs the
   * trainer then takes the first one's.
   */
  public ModelCheckpoint checkpoint() {
    return callback(ModelCheckpoint.class).orElse(ModelCheckpoint.best("val_loss"));
  }

  /**
   * Returns whether a callback sets the learning rate, which the optimizer must then have constant.
   */
  public boolean changesLearningRate() {
    return callback(ReduceLROnPlateau.class).isPresent()
        || callback(LearningRateScheduler.class).isPresent();
  }

  /** The declared callback of that kind, if any. */
  public <T extends Callback> Optional<T> callback(Class<T> kind) {
    return callbacks.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
