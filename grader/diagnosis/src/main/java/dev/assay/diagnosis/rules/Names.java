package dev.assay.diagnosis.rules;

import java.util.Locale;
import java.util.Map;

/** What students call things. */
final class Names {
  private static final Map<String, String> ACTIVATIONS =
      Map.of(
          "Relu",
          "RELU",
          "Erf",
          "GELU",
          "Relu6",
          "RELU6",
          "LogSoftmax",
          "LOG_SOFTMAX",
          "LeakyRelu",
          "LEAKY_RELU");

  private Names() {}

  /** The constant of an activation's operation, such as SOFTMAX. */
  static String activation(String operation) {
    return ACTIVATIONS.getOrDefault(operation, operation.toUpperCase(Locale.ROOT));
  }
}
