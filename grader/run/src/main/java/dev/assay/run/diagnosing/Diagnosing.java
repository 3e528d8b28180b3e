package dev.assay.run.diagnosing;

import dev.assay.diagnosis.Diagnosis;
import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.diagnosis.facts.TrainingFacts;
import dev.assay.findings.Finding;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Scores;
import dev.assay.run.record.Accepted;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands what a grading knows to the diagnosis. */
public final class Diagnosing {
  private Diagnosing() {}

  /** The findings about a model that was built, before any training. */
  public static List<Finding> beforeTraining(
      Accepted accepted, @Nullable ModelMeasurement measured) {
    return find(accepted, measured, null, null);
  }

  /** The findings about a training and what came of it. */
  public static List<Finding> afterTraining(
      Accepted accepted,
      @Nullable ModelMeasurement measured,
      TrainingOutcome training,
      Outcome outcome) {
    List<TrainingHistory> kept =
        training.trainings().stream()
            .filter(TrainingHistory::isKept)
            .filter(history -> !history.epochs().isEmpty())
            .toList();
    TrainingFacts facts =
        new TrainingFacts(
            kept.stream().map(TrainingHistory::epochs).toList(),
            training.stopReason(),
            training.keptLoss());
    return find(accepted, measured, facts, outcome);
  }

  private static List<Finding> find(
      Accepted accepted,
      @Nullable ModelMeasurement measured,
      @Nullable TrainingFacts training,
      @Nullable Outcome outcome) {
    DataFacts data = accepted.loaded().map(loaded -> TrainingSet.facts(loaded.data())).orElse(null);
    return accepted.outlines().isEmpty()
        ? accepted.findings()
        : Diagnosis.of(
            new Observations(
                accepted.spec(),
                accepted.assignment().problem().tolerance(),
                accepted.model().fit(),
                accepted.outlines(),
                data,
                measured,
                training,
                outcome),
            accepted.findings());
  }

  /** What an answer came to by its score. */
  public static Outcome outcome(Scores scores, boolean passed) {
    Classification classes = scores.classification();
    return new Outcome(
        passed ? Outcome.Kind.PASSED : Outcome.Kind.FAILED,
        scores.metric().name(),
        scores.metric().value(),
        scores.metric().threshold(),
        scores.metric().thresholdInsideInterval(),
        classes == null ? List.of() : classes.confusion());
  }
}
