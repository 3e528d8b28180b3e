package dev.assay.keras.training;

import java.util.Map;

/**
 * An epoch's entry in the history.
 *
 * @param epoch from 1
 * @param seconds training and validation
 * @param values "loss", metrics, "val_loss" and the metrics with "val_"
 * @param learningRate of the epoch's last step
 * @param best whether its weights were kept
 */
public record EpochResult(
    int epoch, double seconds, Map<String, Double> values, double learningRate, boolean best) {}
