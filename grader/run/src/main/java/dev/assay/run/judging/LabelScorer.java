package dev.assay.run.judging;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.problems.PassRule;
import dev.assay.problems.PassRule.ScoreMetric;
import dev.assay.report.score.Direction;
import dev.assay.report.score.Metric;
import dev.assay.report.score.MultiLabelScore;
import dev.assay.report.score.RocArea;
import dev.assay.report.score.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares predicted labels, any number an example, with the hidden ones. */
final class LabelScorer {
  private final NumericArray predictions;
  private final PassRule rule;
  private final List<String> names;
  private final boolean[] labels;

  /**
   * Reads the hidden labels.
   *
   * @param predictions finite, a row for each hidden example and a column for each label
   */
  LabelScorer(Dataset data, NumericArray predictions, PassRule rule) {
    this.predictions = predictions;
    this.rule = rule;
    names = data.entry().target().classes();
    labels = new boolean[predictions.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = data.hidden().labels().getInt(i) == 1;
    }
  }

  /**
   * Scores.
   *
   * @param predicted whether each prediction says that the example has the label
   */
  Scores score(boolean[] predicted) {
    MultiLabelScore score = MultiLabelScore.of(predicted, labels, names, Scorer.BOOTSTRAP_SEED);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("subset_accuracy", score.subsetAccuracy());
    metrics.put("binary_accuracy", score.binaryAccuracy());
    metrics.put("hamming_loss", score.hammingLoss());
    metrics.put("macro_f1", score.macroF1());
    metrics.put("micro_f1", score.microF1());
    for (int i = 0; i < names.size(); i++) {
      metrics.put("auc_" + names.get(i), area(i));
    }
    return new Scores(deciding(score), metrics, score.classification());
  }

  private Metric deciding(MultiLabelScore score) {
    String name = rule.metric().key();
    return rule.metric() == ScoreMetric.MACRO_F1
        ? Metric.ofValue(
            name, score.macroF1(), rule.threshold(), Direction.HIGHER, score.macroF1Interval())
        : Metric.ofCounts(
            name, score.exact(), score.total(), rule.threshold(), score.subsetAccuracyInterval());
  }

  /** Measures how well one output separates the examples that have its label from the rest. */
  private double area(int label) {
    float[] scores = new float[predictions.rows()];
    boolean[] there = new boolean[scores.length];
    for (int row = 0; row < scores.length; row++) {
      int at = row * names.size() + label;
      scores[row] = predictions.getFloat(at);
      there[row] = labels[at];
    }
    return RocArea.of(scores, there);
  }
}
