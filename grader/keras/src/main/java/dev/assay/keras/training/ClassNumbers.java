package dev.assay.keras.training;

import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.OutputSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;

/**
 * Refuses class numbers that a model has no output for: as one-hot vectors they would be zeros, and
 * the model would learn nothing from them without a word.
 */
final class ClassNumbers {
  private ClassNumbers() {}

  /**
   * Looks at every label, where some output is compared with its one-hot vector.
   *
   * @throws IllegalArgumentException naming the first that does not fit
   */
  static void check(Manifest manifest, TensorData labels) {
    if (labels.example().shape().isEmpty()) {
      manifest.heads().outputs().stream()
          .filter(output -> output.target() == null && Objective.width(output) > 1)
          .min(Comparator.comparingInt(Objective::width))
          .ifPresent(output -> check(output, labels));
    }
  }

  private static void check(OutputSpec output, TensorData labels) {
    int classes = Objective.width(output);
    ByteBuffer values = labels.values().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < labels.rows(); row++) {
      double label =
          switch (labels.type()) {
            case UINT8 -> values.get(row) & 0xff;
            case INT32 -> values.getInt(4 * row);
            case FLOAT32 -> values.getFloat(4 * row);
          };
      if (!(label >= 0 && label < classes && label == Math.rint(label))) {
        throw new IllegalArgumentException(
            "Labels must be class numbers from 0 to %d, as %s has %d outputs. Received: %s for example %d. The last layer needs an output for each class."
                .formatted(classes - 1, output.name(), classes, show(label), row));
      }
    }
  }

  private static String show(double label) {
    return label == Math.rint(label) ? String.valueOf((long) label) : String.valueOf(label);
  }
}
