package dev.assay.training;

import dev.assay.keras.losses.BinaryCrossentropy;
import dev.assay.keras.losses.BinaryFocalCrossentropy;
import dev.assay.keras.losses.CategoricalCrossentropy;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.training.TensorData;
import dev.assay.training.session.Objective;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * Refuses class numbers that a model has no output for: as one-hot vectors they would be zeros, and
 * the model would learn nothing from them without a word.
 */
final class ClassNumbers {
  private ClassNumbers() {}

  /**
   * Looks at every label, where some output is compared with its one-hot vector, or as a
   * probability with the label itself.
   *
   * @throws IllegalArgumentException naming the first that does not fit; also where a single output
   *     is to tell several classes apart
   */
  static void check(Manifest manifest, TensorData labels) {
    if (!labels.example().shape().isEmpty()) {
      return;
    }
    List<OutputSpec> outputs = manifest.heads().outputs();
    outputs.stream()
        .filter(output -> output.target() == null && Objective.width(output) > 1)
        .min(Comparator.comparingInt(Objective::width))
        .ifPresent(output -> checkClasses(output, labels));
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).target() == null && Objective.width(outputs.get(i)) == 1) {
        checkSingle(outputs.get(i), manifest.compilation().heads().get(i).loss(), labels);
      }
    }
  }

  private static void checkClasses(OutputSpec output, TensorData labels) {
    int classes = Objective.width(output);
    checkEach(
        labels,
        label -> label >= 0 && label < classes && label == Math.rint(label),
        String.format(
            Locale.ROOT,
            "Labels must be class numbers from 0 to %d, as %s has %d outputs. Received: %%s for"
                + " example %%d. The last layer needs an output for each class, or a single one for"
                + " a number.",
            classes - 1,
            output.name(),
            classes));
  }

  private static void checkSingle(OutputSpec output, Loss loss, TensorData labels) {
    if (loss instanceof SparseCategoricalCrossentropy || loss instanceof CategoricalCrossentropy) {
      throw new IllegalArgumentException(
          "The loss %s compares the outputs of an example, but %s has only 1. Give the last layer one output per class and SOFTMAX, or use BINARY_CROSSENTROPY and SIGMOID."
              .formatted(loss.key(), output.name()));
    }
    if (loss instanceof BinaryCrossentropy || loss instanceof BinaryFocalCrossentropy) {
      checkEach(
          labels,
          label -> !(label < 0 || label > 1),
          "Labels must be from 0 to 1, as %s has 1 output and the loss is %s. Received: %%s for example %%d. Several classes need an output each and SPARSE_CATEGORICAL_CROSSENTROPY."
              .formatted(output.name(), loss.key()));
    }
  }

  /**
   * Refuses the first label that does not fit.
   *
   * @param message with places for the label and the number of its example
   */
  private static void checkEach(TensorData labels, DoublePredicate fits, String message) {
    ByteBuffer values = labels.values().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < labels.rows(); row++) {
      double label =
          switch (labels.type()) {
            case UINT8 -> values.get(row) & 0xff;
            case INT32 -> values.getInt(4 * row);
            case FLOAT32 -> values.getFloat(4 * row);
          };
      if (!fits.test(label)) {
        throw new IllegalArgumentException(String.format(Locale.ROOT, message, show(label), row));
      }
    }
  }

  private static String show(double label) {
    return label == Math.rint(label) ? String.valueOf((long) label) : String.valueOf(label);
  }
}
