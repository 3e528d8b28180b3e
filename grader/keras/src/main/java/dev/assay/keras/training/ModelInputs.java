package dev.assay.keras.training;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Manifest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Checks what a model is given before TensorFlow sees it. */
final class ModelInputs {
  private ModelInputs() {}

  /** Features are of the type and shape that the model was built for. */
  static void check(Manifest manifest, TensorData x) {
    if (x.rows() == 0 || !x.example().equals(manifest.input())) {
      throw new IllegalArgumentException(
          "x must be %s of shape %s, with at least one example. Received: %s of shape %s"
              .formatted(
                  manifest.input().type(), manifest.input().show(), x.type(), show(x.shape())));
    }
  }

  /**
   * Labels as the trainer takes them: class numbers, {@code (n)}, or a value for each output.
   *
   * @throws IllegalArgumentException for any other shape, and for class numbers that the model does
   *     not have
   */
  static TensorData labels(Manifest manifest, TensorData y) {
    int outputs = Objective.outputs(manifest);
    List<Integer> shape = y.shape();
    TensorData labels =
        shape.size() == 2 && shape.get(1) == 1
            ? new TensorData(y.type(), shape.subList(0, 1), y.values())
            : y;
    if (labels.shape().size() > 1 && !labels.shape().equals(List.of(y.rows(), outputs))) {
      throw new IllegalArgumentException(
          "y must be of shape (None) or (None, %d). Received: shape %s"
              .formatted(outputs, show(shape)));
    }
    if (labels.shape().size() == 1 && outputs > 1) {
      checkClasses(labels, outputs);
    }
    return labels;
  }

  private static void checkClasses(TensorData labels, int classes) {
    ByteBuffer values = labels.values().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < labels.rows(); row++) {
      float label = value(labels.type(), values, row);
      if (!(label >= 0 && label < classes && label == Math.rint(label))) {
        throw new IllegalArgumentException(
            "y must hold class numbers from 0 to %d, or rows of %d values. Received: %s in row %d"
                .formatted(classes - 1, classes, label, row));
      }
    }
  }

  private static float value(ElementType type, ByteBuffer values, int row) {
    return switch (type) {
      case UINT8 -> values.get(row) & 0xff;
      case INT32 -> values.getInt(4 * row);
      case FLOAT32 -> values.getFloat(4 * row);
    };
  }

  private static String show(List<Integer> shape) {
    return shape.toString().replace('[', '(').replace(']', ')');
  }
}
