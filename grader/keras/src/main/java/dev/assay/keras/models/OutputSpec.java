package dev.assay.keras.models;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An output of a model.
 *
 * @param name unique within the model: that of the layer that makes it, as in Keras; lower-case
 *     letters, digits and underscores, and never one that would make its keys in a history look
 *     like those of the validation set
 * @param spec its values for an example
 * @param target what it is compared with, where the graphs compute that; null for the labels
 */
public record OutputSpec(String name, TensorSpec spec, @Nullable TensorSpec target) {
  public static final int MAX_NAME = 60;

  private static final Pattern NAME = Pattern.compile("(?!val(_|$))[a-z0-9_]{1," + MAX_NAME + "}");

  public OutputSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "An output's name must match %s. Received: %s".formatted(NAME, name));
    }
    Objects.requireNonNull(spec, "spec must not be null");
  }
}
