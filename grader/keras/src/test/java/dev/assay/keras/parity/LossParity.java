package dev.assay.keras.parity;

import static dev.assay.keras.parity.Parity.EQUAL;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import java.util.ArrayList;
import java.util.List;

/** Losses and metrics against keras.losses and keras.metrics of Keras 3. */
final class LossParity {
  private static final String PROBABILITIES =
      "where the loss takes logits, the threshold is of their probabilities (Keras: of the logits)";

  private static final String BEFORE =
      "after %s, or after %s with from_logits, it takes the outputs as they are (Keras with TensorFlow: the values before the activation, as logits)";

  private static final String OF_TWO_CLASSES =
      "class numbers with two outputs are scored by class 1 (Keras: an error); ";

  private LossParity() {}

  static List<Parity> rows() {
    List<Parity> rows = new ArrayList<>(losses());
    rows.addAll(metrics());
    rows.add(
        new Parity(
            "Class weights",
            "fit(class_weight=...)",
            "None",
            "NONE",
            "equal; balancedClassWeights() computes scikit-learn's \"balanced\""));
    return rows;
  }

  private static List<Parity> losses() {
    return List.of(
        loss(Loss.MEAN_SQUARED_ERROR, "", EQUAL),
        loss(Loss.MEAN_ABSOLUTE_ERROR, "", EQUAL),
        loss(Loss.MEAN_ABSOLUTE_PERCENTAGE_ERROR, "", EQUAL),
        loss(Loss.MEAN_SQUARED_LOGARITHMIC_ERROR, "", EQUAL),
        loss(Loss.HUBER, "delta=1.0", EQUAL),
        loss(Loss.LOG_COSH, "", EQUAL),
        loss(Loss.POISSON, "", EQUAL),
        loss(Loss.KL_DIVERGENCE, "", EQUAL),
        loss(Loss.HINGE, "", "equal; 0 counts as -1 in a batch that has other labels too"),
        loss(Loss.SQUARED_HINGE, "", "equal; 0 counts as -1 in a batch that has other labels too"),
        loss(Loss.CATEGORICAL_HINGE, "", EQUAL),
        loss(
            Loss.COSINE_SIMILARITY,
            "axis=-1",
            "equal; the gradient of a vector of zeros is finite (Keras: NaN)"),
        loss(
            Loss.BINARY_CROSSENTROPY,
            "from_logits=False, label_smoothing=0.0, axis=-1",
            "equal; the axis is always the last; " + BEFORE.formatted("softmax", "sigmoid")),
        loss(
            Loss.BINARY_FOCAL_CROSSENTROPY,
            "apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False,"
                + " label_smoothing=0.0, axis=-1",
            "equal up to -log(epsilon); logits are not clipped beyond; finite for outputs outside [0, 1] and a fractional gamma (Keras: NaN); "
                + BEFORE.formatted("softmax", "sigmoid")),
        loss(
            Loss.CATEGORICAL_CROSSENTROPY,
            "from_logits=False, label_smoothing=0.0, axis=-1",
            "equal; the axis is always the last; " + BEFORE.formatted("sigmoid", "softmax")),
        loss(
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
            "from_logits=False, ignore_class=None, axis=-1",
            "equal; no ignore_class; " + BEFORE.formatted("sigmoid", "softmax")));
  }

  private static List<Parity> metrics() {
    return List.of(
        metric(
            "\"accuracy\"",
            Metric.ACCURACY,
            "by the shapes: binary (threshold 0.5), categorical or sparse",
            "a probability of exactly 0.5 is class 1 (Keras: 0); logits and margins turn at 0"),
        metric("BinaryAccuracy", Metric.BINARY_ACCURACY, "threshold=0.5", PROBABILITIES),
        metric("CategoricalAccuracy", Metric.CATEGORICAL_ACCURACY, "", EQUAL),
        metric("SparseCategoricalAccuracy", Metric.SPARSE_CATEGORICAL_ACCURACY, "", EQUAL),
        metric("TopKCategoricalAccuracy", Metric.TOP_K_CATEGORICAL_ACCURACY, "k=5", EQUAL),
        metric(
            "SparseTopKCategoricalAccuracy",
            Metric.SPARSE_TOP_K_CATEGORICAL_ACCURACY,
            "k=5",
            EQUAL),
        metric("SubsetAccuracy", Metric.SUBSET_ACCURACY, "not in Keras", "for several labels"),
        metric(
            "Precision",
            Metric.PRECISION,
            "thresholds=0.5, top_k=None, class_id=None",
            "no top_k, class_id, list of thresholds; " + OF_TWO_CLASSES + PROBABILITIES),
        metric(
            "Recall",
            Metric.RECALL,
            "thresholds=0.5, top_k=None, class_id=None",
            "no top_k, class_id, list of thresholds; " + OF_TWO_CLASSES + PROBABILITIES),
        metric(
            "F1Score",
            Metric.F1_SCORE,
            "average=None, threshold=None",
            "a history takes one number, so there is no average=None; a single output is compared"
                + " with 0.5 (Keras: always positive)"),
        metric(
            "AUC",
            Metric.ROC_AUC,
            "num_thresholds=200, curve=\"ROC\", summation_method=\"interpolation\","
                + " multi_label=False",
            "equal; interpolation only, no label_weights and thresholds; "
                + OF_TWO_CLASSES
                + PROBABILITIES),
        metric(
            "MeanIoU",
            Metric.MEAN_IOU,
            "num_classes, sparse_y_true=True, sparse_y_pred=True",
            "of the largest output, as sparse_y_pred=False; the classes are the outputs"),
        metric("MeanAbsoluteError", Metric.MEAN_ABSOLUTE_ERROR, "", "equal; key as \"mae\""),
        metric("MeanSquaredError", Metric.MEAN_SQUARED_ERROR, "", "equal; key as \"mse\""),
        metric("RootMeanSquaredError", Metric.ROOT_MEAN_SQUARED_ERROR, "", EQUAL),
        metric(
            "MeanAbsolutePercentageError",
            Metric.MEAN_ABSOLUTE_PERCENTAGE_ERROR,
            "",
            "equal; key as \"mape\""),
        metric(
            "MeanSquaredLogarithmicError",
            Metric.MEAN_SQUARED_LOGARITHMIC_ERROR,
            "",
            "equal; key as \"msle\""),
        metric("LogCoshError", Metric.LOG_COSH_ERROR, "", EQUAL),
        metric("CosineSimilarity", Metric.COSINE_SIMILARITY, "axis=-1", EQUAL),
        metric(
            "R2Score",
            Metric.R2_SCORE,
            "class_aggregation=\"uniform_average\", num_regressors=0",
            "equal; of equal targets that are met exactly 0 (Keras: NaN)"),
        metric(
            "BinaryCrossentropy, Hinge, KLDivergence, Poisson ...",
            Metric.of(Loss.BINARY_CROSSENTROPY),
            "as the losses",
            "equal; Metric.of(loss)"));
  }

  private static Parity loss(Loss loss, String keras, String remark) {
    return new Parity(
        "Losses", loss.getClass().getSimpleName(), keras, components(loss.toString()), remark);
  }

  private static Parity metric(String name, Metric metric, String keras, String remark) {
    String ours = "key=" + metric.key();
    String components = components(metric.toString());
    return new Parity(
        "Metrics", name, keras, components.isEmpty() ? ours : components + ", " + ours, remark);
  }

  /** What a record prints between its brackets. */
  private static String components(String printed) {
    return printed.substring(printed.indexOf('[') + 1, printed.length() - 1);
  }
}
