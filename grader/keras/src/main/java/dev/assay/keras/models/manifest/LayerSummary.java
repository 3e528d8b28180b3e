package dev.assay.keras.models.manifest;

import dev.assay.keras.models.TensorSpec;
import java.util.Locale;
import java.util.Objects;

/**
 * A row of {@code summary()}.
 *
 * @param name unique within the model, such as "dense_1"; not blank
 * @param type Keras's class name; not blank
 * @param output type and shape of what it returns for an example
 * @param parameters how many values its weights have in all, at least 0
 */
public record LayerSummary(String name, String type, TensorSpec output, long parameters) {
  public LayerSummary {
    Objects.requireNonNull(output, "output must not be null");
    if (name.isBlank() || type.isBlank() || parameters < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "LayerSummary: name and type must not be blank, parameters at least 0. Received:"
                  + " name=%s, type=%s, parameters=%d",
              name,
              type,
              parameters));
    }
  }
}
