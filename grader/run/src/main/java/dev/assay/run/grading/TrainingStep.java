package dev.assay.run.grading;

import java.util.Map;

/**
 * How far a training has come.
 *
 * @param epoch from 1
 * @param step from 1
 * @param steps in the epoch
 * @param values loss and metrics over the epoch so far, by the history's keys
 */
public record TrainingStep(int epoch, int step, int steps, Map<String, Double> values) {}
