package dev.assay.run.diagnosing;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.ModelMeasurement.State;
import dev.assay.protocol.ModelMeasurement.Values;
import org.jspecify.annotations.Nullable;

/** What was measured of an untrained model, in a sentence. */
public final class ProbeSummary {
  private ProbeSummary() {}

  public static Sentence of(ModelMeasurement measurement) {
    State state = measurement.initial();
    int classes = state.outputs().predicted().size();
    long reached = state.weights().stream().filter(weight -> isMoved(weight.gradient())).count();
    return Sentence.of(
        NoteCode.PROBED_MODEL,
        "size",
        state.values().isEmpty() ? 0.0 : state.values().get(0).largest(),
        "loss",
        state.trainingLoss(),
        "classes",
        classes,
        "guess",
        classes == 0 ? 0.0 : Math.log(classes),
        "reached",
        reached,
        "weights",
        state.weights().size(),
        "dead",
        state.values().stream().filter(ProbeSummary::isRelu).mapToInt(Values::dead).sum(),
        "units",
        state.values().stream().filter(ProbeSummary::isRelu).mapToInt(Values::units).sum());
  }

  private static boolean isMoved(@Nullable Double gradient) {
    return gradient != null && gradient != 0;
  }

  private static boolean isRelu(Values values) {
    return values.tensor().contains("/Relu");
  }
}
