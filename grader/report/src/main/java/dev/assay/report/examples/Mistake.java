package dev.assay.report.examples;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A validation example that a model predicts wrong.
 *
 * @param row its number in the validation set, from 0
 * @param actual the true class
 * @param predicted the model's
 * @param probability that the model gives to its class; NaN where its outputs are no probabilities
 * @param image what the example shows; null where it is no image, or too large a one
 * @param features the example's columns, where it has a few
 */
public record Mistake(
    int row,
    String actual,
    String predicted,
    double probability,
    @Nullable ExampleImage image,
    Map<String, Double> features) {
  /** Copies the components. */
  public Mistake {
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }
}
