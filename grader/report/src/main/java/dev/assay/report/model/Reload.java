package dev.assay.report.model;

/**
 * The check that a fresh process, which never trained the model, computes the same from its
 * weights.
 *
 * @param recorded the validation loss that training recorded for the weights it kept; NaN is null
 *     in JSON
 * @param reloaded the validation loss after reloading; NaN is null in JSON
 */
public record Reload(double recorded, double reloaded) {}
