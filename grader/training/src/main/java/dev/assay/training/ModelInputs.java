package dev.assay.training;

import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.training.TensorData;
import dev.assay.training.session.Objective;
import java.util.List;
import java.util.Locale;

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
   * Labels as the trainer takes them: {@link #flat}, and a class number, a value, or a value for
   * each output; or what a model that computes something from them was built for.
   *
   * @throws IllegalArgumentException for any other shape
   */
  static TensorData labels(Manifest manifest, TensorData y) {
    TensorData labels = flat(y);
    TensorSpec built = manifest.heads().labels();
    if (built != null && !labels.example().equals(built)) {
      throw new IllegalArgumentException(
          "y must be %s of shape %s, as the model was built for. Received: %s of shape %s"
              .formatted(built.type(), built.show(), y.type(), show(y.shape())));
    }
    int outputs = Objective.outputs(manifest);
    List<Integer> example = labels.example().shape();
    if (built == null && !example.isEmpty() && !example.equals(List.of(outputs))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "y must be of shape (None) or (None, %d). Received: shape %s",
              outputs,
              show(y.shape())));
    }
    return labels;
  }

  /** A column, {@code (n, 1)}, as {@code (n)}. */
  static TensorData flat(TensorData y) {
    List<Integer> shape = y.shape();
    return shape.size() == 2 && shape.get(1) == 1
        ? new TensorData(y.type(), shape.subList(0, 1), y.values())
        : y;
  }

  private static String show(List<Integer> shape) {
    return shape.toString().replace('[', '(').replace(']', ')');
  }
}
