package dev.assay.keras.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The area under a curve that thresholds draw: in [0, 1], 0.5 for guessing under ROC; as Keras's
 * {@code AUC}, with its {@code summation_method="interpolation"}.
 *
 * <p>Thresholds are {@code 0, 1/(n-1), ..., 1}, the ends moved out by epsilon; a score above one is
 * a positive. Without a positive or a negative example it is 0. All outputs count together, unless
 * multiLabel; with {@code SPARSE_CATEGORICAL_CROSSENTROPY} of two outputs, which Keras refuses,
 * class 1 is the positive one.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.ROC_AUC, "[[0], [0], [1], [1]]", "[[0.1], [0.4], [0.35], [0.8]]"); // -> 0.75
 * metric(Metric.PR_AUC, "[[0], [1]]", "[[0.2], [0.9]]"); // -> 1
 * Metric finer = Metric.ROC_AUC.numThresholds(1000);
 * }</pre>
 *
 * @param numThresholds at least 2; default 200
 * @param curve default ROC
 * @param multiLabel whether each output has its own curve, the value being their mean; default
 *     false
 */
public record AUC(int numThresholds, Curve curve, boolean multiLabel) implements Metric {
  private static final int MAX_THRESHOLDS = 10_000;

  public AUC {
    Objects.requireNonNull(curve, "curve must not be null");
    if (numThresholds < 2 || numThresholds > MAX_THRESHOLDS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "AUC: numThresholds must be in [2, %d]. Received: %d",
              MAX_THRESHOLDS,
              numThresholds));
    }
  }

  public AUC numThresholds(int newNumThresholds) {
    return new AUC(newNumThresholds, curve, multiLabel);
  }

  public AUC curve(Curve newCurve) {
    return new AUC(numThresholds, newCurve, multiLabel);
  }

  public AUC multiLabel(boolean newMultiLabel) {
    return new AUC(numThresholds, curve, newMultiLabel);
  }

  @Override
  public String key() {
    return "auc";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int width(int outputs) {
    return 2 * numThresholds * (multiLabel ? outputs : 1);
  }

  /** Histograms of the scores, of the positive examples and of the negative ones. */
  @Override
  public Operand<TFloat32> sums(MetricBatch batch) {
    Ops tf = batch.tf();
    int curves = multiLabel ? batch.outputs() : 1;
    Operand<TFloat32> labels = batch.target();
    Operand<TFloat32> positive = flat(tf, counted(batch, labels));
    Operand<TFloat32> negative = flat(tf, counted(batch, tf.math.sub(tf.constant(1f), labels)));
    Operand<TInt32> buckets = buckets(batch);
    Operand<TInt32> count = tf.constant(numThresholds * curves);
    return tf.concat(
        List.of(
            tf.math.unsortedSegmentSum(positive, buckets, count),
            tf.math.unsortedSegmentSum(negative, buckets, count)),
        tf.constant(0));
  }

  private Operand<TFloat32> counted(MetricBatch batch, Operand<TFloat32> perOutput) {
    return multiLabel ? perOutput : batch.positives(perOutput);
  }

  /** Returns the number of thresholds below each score, minus one; one curve after the other. */
  private Operand<TInt32> buckets(MetricBatch batch) {
    Ops tf = batch.tf();
    float steps = numThresholds - 1;
    Operand<TFloat32> above =
        tf.math.sub(tf.math.ceil(tf.math.mul(batch.scores(), tf.constant(steps))), tf.constant(1f));
    Operand<TFloat32> inside =
        tf.math.minimum(tf.math.maximum(above, tf.constant(0f)), tf.constant(steps - 1));
    Operand<TInt32> buckets = tf.dtypes.cast(inside, TInt32.class);
    if (multiLabel) {
      int[] offsets = IntStream.range(0, batch.outputs()).map(i -> i * numThresholds).toArray();
      buckets = tf.math.add(buckets, tf.constant(offsets));
    }
    return tf.reshape(buckets, tf.constant(new int[] {-1}));
  }

  private static Operand<TFloat32> flat(Ops tf, Operand<TFloat32> values) {
    return tf.reshape(values, tf.constant(new int[] {-1}));
  }

  @Override
  public double value(double[] sums, long examples) {
    int half = sums.length / 2;
    int curves = half / numThresholds;
    return IntStream.range(0, curves)
        .mapToDouble(
            i -> area(above(sums, i * numThresholds), above(sums, half + i * numThresholds)))
        .average()
        .orElse(0);
  }

  /** Returns the number of scores above each threshold. */
  private double[] above(double[] histogram, int from) {
    double[] counts = new double[numThresholds];
    double count = 0;
    for (int i = numThresholds - 1; i >= 0; i--) {
      count += histogram[from + i];
      counts[i] = count;
    }
    return counts;
  }

  /**
   * Adds up the intervals between thresholds.
   *
   * @param hits positive examples above each threshold
   * @param alarms negative examples above each threshold
   */
  private double area(double[] hits, double[] alarms) {
    double area = 0;
    for (int i = 0; i + 1 < numThresholds; i++) {
      area +=
          switch (curve) {
            case ROC -> (alarms[i] - alarms[i + 1]) * (hits[i] + hits[i + 1]) / 2;
            case PR -> precisionArea(hits[i], alarms[i], hits[i + 1], alarms[i + 1]);
          };
    }
    return Counts.ratio(area, curve == Curve.ROC ? hits[0] * alarms[0] : hits[0]);
  }

  /**
   * Davis and Goadrich's interpolation (2006): hits and alarms change linearly between thresholds.
   */
  private static double precisionArea(
      double hits, double alarms, double nextHits, double nextAlarms) {
    double positives = hits + alarms;
    double nextPositives = nextHits + nextAlarms;
    double slope = Counts.ratio(hits - nextHits, positives - nextPositives);
    double intercept = nextHits - slope * nextPositives;
    double ratio = nextPositives > 0 ? positives / nextPositives : 1;
    return slope * (hits - nextHits + intercept * Math.log(ratio));
  }

  /** The curve under which the area is computed. */
  public enum Curve {
    /** The share of positives found over the share of false alarms. */
    ROC,
    /** Precision over recall. */
    PR
  }
}
