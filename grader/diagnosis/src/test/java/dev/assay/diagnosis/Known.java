package dev.assay.diagnosis;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.diagnosis.facts.TrainingFacts;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.protocol.ModelMeasurement;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds to what is known of an answer. */
public final class Known {
  private Known() {}

  /** As many models alike, as bagging trains them. */
  public static Observations bagged(Observations known, int members) {
    return new Observations(
        known.spec(),
        known.tolerance(),
        known.plan(),
        Collections.nCopies(members, known.outline()),
        known.data(),
        known.measured(),
        known.training(),
        known.outcome());
  }

  public static Observations planned(Observations known, FitPlan plan) {
    return new Observations(
        known.spec(),
        known.tolerance(),
        plan,
        known.outlines(),
        known.data(),
        known.measured(),
        known.training(),
        known.outcome());
  }

  public static Observations over(Observations known, @Nullable DataFacts data) {
    return new Observations(
        known.spec(),
        known.tolerance(),
        known.plan(),
        known.outlines(),
        data,
        known.measured(),
        known.training(),
        known.outcome());
  }

  public static Observations measured(Observations known, ModelMeasurement measured) {
    return new Observations(
        known.spec(),
        known.tolerance(),
        known.plan(),
        known.outlines(),
        known.data(),
        measured,
        known.training(),
        known.outcome());
  }

  public static Observations ended(Observations known, Outcome outcome) {
    return new Observations(
        known.spec(),
        known.tolerance(),
        known.plan(),
        known.outlines(),
        known.data(),
        known.measured(),
        known.training(),
        outcome);
  }

  /** An answer that failed or passed, far from the threshold. */
  public static Observations ended(Observations known, Outcome.Kind kind) {
    return ended(known, new Outcome(kind, "accuracy", 0.5, 0.9, false, List.of()));
  }

  public static Observations failed(Observations known) {
    return ended(known, Outcome.Kind.FAILED);
  }

  public static Observations passed(Observations known) {
    return ended(known, Outcome.Kind.PASSED);
  }

  /** A training that ran for all of its epochs. */
  public static Observations trained(Observations known, List<EpochResult> curve) {
    return trained(known, StopReason.COMPLETED, List.of(curve), Double.NaN);
  }

  public static Observations stopped(Observations known, List<EpochResult> curve) {
    return trained(known, StopReason.EARLY_STOPPING, List.of(curve), Double.NaN);
  }

  public static Observations trained(
      Observations known, StopReason reason, List<List<EpochResult>> curves, double keptLoss) {
    return new Observations(
        known.spec(),
        known.tolerance(),
        known.plan(),
        known.outlines(),
        known.data(),
        known.measured(),
        new TrainingFacts(curves, reason.name(), keptLoss),
        known.outcome());
  }
}
