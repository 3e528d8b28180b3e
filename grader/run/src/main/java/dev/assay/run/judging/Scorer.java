package dev.assay.run.judging;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.problems.PassRule;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.report.Verdict;
import dev.assay.report.score.ClassificationScore;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Metric;
import dev.assay.report.score.RegressionScore;
import dev.assay.report.score.Scores;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GraderException;
import dev.assay.run.grading.Stop;
import dev.assay.run.record.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares predictions with the hidden labels, which are nowhere but here. */
public final class Scorer {
  static final long BOOTSTRAP_SEED = 1;

  private final BuiltModel model;
  private final Dataset data;
  private final Assignment assignment;
  private final NumericArray predictions;

  private Scorer(BuiltModel model, Dataset data, Assignment assignment, NumericArray predictions) {
    this.model = model;
    this.data = data;
    this.assignment = assignment;
    this.predictions = predictions;
  }

  /**
   * Scores predictions.
   *
   * @param predictions a row for each hidden example
   * @return the scores; a stop with DIVERGED where a prediction is not finite
   * @throws GraderException when the predictions do not fit the hidden set
   */
  public static Step<Scores> score(
      BuiltModel model, Dataset data, Assignment assignment, NumericArray predictions) {
    if (predictions.rows() != data.hidden().size()) {
      throw new GraderException(
          Sentence.of(
              FaultCode.PREDICTIONS_MISSING,
              "predictions",
              predictions.rows(),
              "examples",
              data.hidden().size()));
    }
    Scorer scorer = new Scorer(model, data, assignment, predictions);
    scorer.checkLabels();
    for (int i = 0; i < predictions.size(); i++) {
      if (!Float.isFinite(predictions.getFloat(i))) {
        return Step.stop(notFinite(predictions.getFloat(i)));
      }
    }
    return Step.of(scorer.score());
  }

  private static Stop notFinite(float value) {
    return new Stop(
        Verdict.DIVERGED,
        Sentence.of(VerdictCode.PREDICTION_NOT_FINITE, "value", String.valueOf(value)));
  }

  private Scores score() {
    return switch (assignment.problem().task()) {
      case REGRESSION -> regression();
      case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> classification();
      case MULTILABEL_CLASSIFICATION -> multiLabel();
    };
  }

  /** Several labels an example are those of the multi-label task, and of no other. */
  private void checkLabels() {
    int width = data.hidden().labels().rowSize();
    boolean several = assignment.problem().task() == Task.MULTILABEL_CLASSIFICATION;
    if (several ? width != predictions.rowSize() : width != 1) {
      throw new GraderException(
          Sentence.of(
              FaultCode.LABELS_NOT_SCORED,
              "problem",
              assignment.problem().id(),
              "labels",
              width,
              "outputs",
              predictions.rowSize(),
              "task",
              assignment.problem().task()));
    }
  }

  private Scores multiLabel() {
    boolean[] predicted = new boolean[predictions.size()];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = predictions.getFloat(i) >= threshold();
    }
    return new LabelScorer(data, predictions, assignment.variant().passRule()).score(predicted);
  }

  private Scores classification() {
    int rows = predictions.rows();
    int[] predicted = new int[rows];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      predicted[row] = predictions.rowSize() == 1 ? thresholded(row) : largest(row);
      labels[row] = data.hidden().labels().getInt(row);
    }
    List<String> classes = data.entry().target().classes();
    ClassificationScore score = ClassificationScore.of(predicted, labels, classes);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", score.accuracy());
    metrics.put("macro_f1", score.macroF1());
    PassRule rule = assignment.variant().passRule();
    Metric metric =
        Metric.ofCounts(
            rule.metric().key(),
            score.correct(),
            score.total(),
            rule.threshold(),
            score.accuracyInterval());
    return new Scores(metric, metrics, score.classification());
  }

  private int thresholded(int row) {
    return predictions.getFloat(row) >= threshold() ? 1 : 0;
  }

  private float threshold() {
    return model.manifest().compilation().loss().outputs().threshold();
  }

  /** The first of the largest, as argmax has it. */
  private int largest(int row) {
    int width = predictions.rowSize();
    int best = 0;
    for (int i = 0; i < width; i++) {
      if (predictions.getFloat(row * width + i) > predictions.getFloat(row * width + best)) {
        best = i;
      }
    }
    return best;
  }

  private Scores regression() {
    int rows = predictions.rows();
    float[] predicted = new float[rows];
    float[] labels = new float[rows];
    for (int row = 0; row < rows; row++) {
      predicted[row] = predictions.getFloat(row);
      labels[row] = data.hidden().labels().getFloat(row);
    }
    RegressionScore score = RegressionScore.of(predicted, labels, BOOTSTRAP_SEED);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("r2", score.r2());
    metrics.put("mae", score.mae());
    metrics.put("rmse", score.rmse());
    metrics.put("mse", score.mse());
    PassRule rule = assignment.variant().passRule();
    Metric metric =
        Metric.ofValue(
            rule.metric().key(),
            score.r2(),
            rule.threshold(),
            Direction.HIGHER,
            score.r2Interval());
    return new Scores(metric, metrics, null);
  }
}
