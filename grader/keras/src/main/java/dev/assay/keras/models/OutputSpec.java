package dev.assay.keras.models;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of a model's outputs.
 *
 * @param name unique within the model: that of the layer that makes it, as in Keras
 * @param spec its values for an example
 * @param target what it is compared with, where the graphs compute that; null for the labels
 */
public record OutputSpec(String name, TensorSpec spec, @Nullable TensorSpec target) {
  public OutputSpec {
    Objects.requireNonNull(name, "name must not be null");
    Objects.requireNonNull(spec, "spec must not be null");
  }
}
