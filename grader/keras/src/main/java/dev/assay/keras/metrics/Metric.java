package dev.assay.keras.metrics;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.metrics.AUC.Curve;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A figure reported beside the loss, computed over the whole set.
 *
 * <p>A metric is a function of sums: it says how many, adds them up over a batch in the graph, and
 * makes its value of their totals, so that no figure is an average of batches' figures. Names,
 * defaults and formulas are those of {@code keras.metrics} (Keras 3) where nothing else is said.
 * Metrics with a threshold look at {@link Outputs#scores}, so for a loss that takes logits they see
 * probabilities (in Keras they see the logits).
 *
 * <p>Where the outputs are not numbers every metric is NaN, though one that counts could be had.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.ACCURACY, "[[0, 1], [1, 0]]", "[[0.3, 0.7], [0.4, 0.6]]"); // -> 0.5
 * Metric.ROOT_MEAN_SQUARED_ERROR.key(); // -> root_mean_squared_error
 * Metric.higherIsBetter("val_auc"); // -> true
 * }</pre>
 */
public sealed interface Metric
    permits Accuracy,
        AUC,
        BinaryAccuracy,
        CategoricalAccuracy,
        CosineSimilarity,
        F1Score,
        MeanIoU,
        MeanLoss,
        Precision,
        R2Score,
        Recall,
        RootMeanSquaredError,
        SparseCategoricalAccuracy,
        SparseTopKCategoricalAccuracy,
        SubsetAccuracy,
        TopKCategoricalAccuracy {
  Accuracy ACCURACY = new Accuracy();
  BinaryAccuracy BINARY_ACCURACY = new BinaryAccuracy(0.5f);
  CategoricalAccuracy CATEGORICAL_ACCURACY = new CategoricalAccuracy();
  SparseCategoricalAccuracy SPARSE_CATEGORICAL_ACCURACY = new SparseCategoricalAccuracy();
  TopKCategoricalAccuracy TOP_K_CATEGORICAL_ACCURACY = new TopKCategoricalAccuracy(5);
  SparseTopKCategoricalAccuracy SPARSE_TOP_K_CATEGORICAL_ACCURACY =
      new SparseTopKCategoricalAccuracy(5);
  SubsetAccuracy SUBSET_ACCURACY = new SubsetAccuracy(0.5f);
  Precision PRECISION = new Precision(0.5f);
  Recall RECALL = new Recall(0.5f);
  F1Score F1_SCORE = new F1Score(F1Score.Average.MACRO, null);
  AUC ROC_AUC = new AUC(200, Curve.ROC, false);
  AUC PR_AUC = new AUC(200, Curve.PR, false);
  MeanIoU MEAN_IOU = new MeanIoU();
  MeanLoss MEAN_ABSOLUTE_ERROR = new MeanLoss(Loss.MEAN_ABSOLUTE_ERROR);
  MeanLoss MEAN_SQUARED_ERROR = new MeanLoss(Loss.MEAN_SQUARED_ERROR);
  MeanLoss MEAN_ABSOLUTE_PERCENTAGE_ERROR = new MeanLoss(Loss.MEAN_ABSOLUTE_PERCENTAGE_ERROR);
  MeanLoss MEAN_SQUARED_LOGARITHMIC_ERROR = new MeanLoss(Loss.MEAN_SQUARED_LOGARITHMIC_ERROR);
  MeanLoss LOG_COSH_ERROR = new MeanLoss(Loss.LOG_COSH);
  RootMeanSquaredError ROOT_MEAN_SQUARED_ERROR = new RootMeanSquaredError();
  R2Score R2_SCORE = new R2Score();
  CosineSimilarity COSINE_SIMILARITY = new CosineSimilarity();

  /**
   * Any loss as a metric: without penalties and class weights, as {@code keras.metrics} has them.
   */
  static MeanLoss of(Loss loss) {
    return new MeanLoss(loss);
  }

  /**
   * Returns whether a larger value is better for this key of a history.
   *
   * @param key such as "val_accuracy", "auc_1", or of one of several outputs "dense_1_accuracy"
   */
  static boolean higherIsBetter(String key) {
    String name = key.replaceFirst("^val_", "").replaceFirst("_\\d+$", "");
    return Stream.of(
            ACCURACY,
            ROC_AUC,
            BINARY_ACCURACY,
            CATEGORICAL_ACCURACY,
            COSINE_SIMILARITY,
            F1_SCORE,
            MEAN_IOU,
            PRECISION,
            R2_SCORE,
            RECALL,
            SPARSE_CATEGORICAL_ACCURACY,
            SPARSE_TOP_K_CATEGORICAL_ACCURACY,
            SUBSET_ACCURACY,
            TOP_K_CATEGORICAL_ACCURACY)
        .anyMatch(metric -> ("_" + name).endsWith("_" + metric.key()));
  }

  /** The name in the history, as in Keras; the validation set's begins with "val_". */
  String key();

  /** Returns whether a larger value is better. */
  boolean higherIsBetter();

  /**
   * Returns the number of sums that the metric needs.
   *
   * @param outputs of the model, positive
   */
  int width(int outputs);

  /**
   * Adds to a graph what a batch contributes.
   *
   * @return the sums over the batch's examples, a vector of {@link #width}
   */
  Operand<TFloat32> sums(MetricBatch batch);

  /**
   * The metric of a set.
   *
   * @param sums added over all batches
   * @param examples how many
   */
  double value(double[] sums, long examples);
}
