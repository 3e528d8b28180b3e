package dev.assay.problems;

/** The kind of prediction that a problem asks for. */
public enum Task {
  /** A number: one output, no activation at the end. */
  REGRESSION,
  /**
   * Yes or no: one output, the probability of class 1 (or its logit), or an output for each of the
   * two classes.
   */
  BINARY_CLASSIFICATION,
  /** One of several classes: an output for each. */
  MULTICLASS_CLASSIFICATION,
  /**
   * Any number of several labels: an output for each, the probability of the label (or its logit).
   */
  MULTILABEL_CLASSIFICATION
}
