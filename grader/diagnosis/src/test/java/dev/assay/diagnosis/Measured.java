package dev.assay.diagnosis;

import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.ModelMeasurement.Outputs;
import dev.assay.protocol.ModelMeasurement.RateTrial;
import dev.assay.protocol.ModelMeasurement.State;
import dev.assay.protocol.ModelMeasurement.Values;
import dev.assay.protocol.ModelMeasurement.Weight;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measurements that nobody took. */
public final class Measured {
  /** Outputs of a sound model: they differ as much as the labels. */
  public static final Outputs VARIED = new Outputs(0.5, 0.3, 0.5, List.of(), List.of());

  private Measured() {}

  /** A sound model's state: its losses are these, and other examples' features hurt. */
  public static State state(double loss) {
    return new State(
        Map.of("loss", loss),
        Map.of("loss", loss),
        loss,
        0,
        2 * loss + 1,
        VARIED,
        List.of(),
        List.of());
  }

  public static ModelMeasurement of(State initial, @Nullable State trained) {
    return new ModelMeasurement(initial, trained, List.of(), null);
  }

  /** A model before training with these values between its layers. */
  public static ModelMeasurement values(Values... values) {
    return of(with(state(1), values), null);
  }

  /** A model before training and short trainings from there. */
  public static ModelMeasurement tried(double loss, RateTrial... trials) {
    return new ModelMeasurement(state(loss), null, List.of(trials), null);
  }

  public static ModelMeasurement weights(Weight... weights) {
    State state = state(1);
    return of(
        new State(
            state.train(),
            state.validation(),
            state.trainingLoss(),
            state.penalty(),
            state.shuffledLoss(),
            state.outputs(),
            state.values(),
            List.of(weights)),
        null);
  }

  public static State with(State state, Values... values) {
    return new State(
        state.train(),
        state.validation(),
        state.trainingLoss(),
        state.penalty(),
        state.shuffledLoss(),
        state.outputs(),
        List.of(values),
        state.weights());
  }

  public static State withOutputs(State state, Outputs outputs) {
    return new State(
        state.train(),
        state.validation(),
        state.trainingLoss(),
        state.penalty(),
        state.shuffledLoss(),
        outputs,
        state.values(),
        state.weights());
  }

  /** A state whose validation loss with other examples' features is this. */
  public static State shuffled(State state, double loss) {
    return new State(
        state.train(),
        state.validation(),
        state.trainingLoss(),
        state.penalty(),
        loss,
        state.outputs(),
        state.values(),
        state.weights());
  }

  public static State penalized(State state, double penalty) {
    return new State(
        state.train(),
        state.validation(),
        state.trainingLoss(),
        penalty,
        state.shuffledLoss(),
        state.outputs(),
        state.values(),
        state.weights());
  }

  /** A state whose training loss is this as prediction computes it. */
  public static State serving(State state, double loss) {
    return new State(
        Map.of("loss", loss),
        state.validation(),
        state.trainingLoss(),
        state.penalty(),
        state.shuffledLoss(),
        state.outputs(),
        state.values(),
        state.weights());
  }
}
