package dev.assay.report.examples;

/**
 * A number of the validation set and its prediction.
 *
 * @param actual the true value
 * @param predicted the model's
 */
public record ValuePair(double actual, double predicted) {}
