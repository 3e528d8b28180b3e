package dev.assay.keras.models;

import java.util.List;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;

/**
 * Type and shape of a batch's examples.
 *
 * @param type of each value
 * @param shape of one example, without the batch; a size that is not known is -1
 */
public record TensorSpec(ElementType type, List<Integer> shape) {
  public TensorSpec {
    shape = List.copyOf(shape);
    if (shape.stream().anyMatch(size -> size < -1)) {
      throw new IllegalArgumentException(
          "TensorSpec: sizes must be at least 0, or -1 if unknown. Received: " + shape);
    }
  }

  /** Returns the shape as Keras prints it: (None, 28, 28). */
  public String show() {
    return shape.stream()
        .map(size -> size < 0 ? "None" : size.toString())
        .collect(Collectors.joining(", ", shape.isEmpty() ? "(None" : "(None, ", ")"));
  }

  /**
   * Returns the number of values of an example; 1 without a shape, negative where a size is
   * unknown.
   */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Returns the shape with the batch axis, of unknown size, first. */
  public Shape batchShape() {
    long[] sizes = new long[shape.size() + 1];
    sizes[0] = Shape.UNKNOWN_SIZE;
    for (int axis = 0; axis < shape.size(); axis++) {
      sizes[axis + 1] = shape.get(axis);
    }
    return Shape.of(sizes);
  }

  /** The spec of a tensor whose first dimension is the batch. */
  public static TensorSpec ofBatch(ElementType type, Shape shape) {
    if (shape.isUnknown() || shape.numDimensions() == 0) {
      throw new IllegalArgumentException(
          "The model's output needs the batch as its first dimension. Received: shape " + shape);
    }
    return new TensorSpec(
        type,
        shape.toListOrNull().subList(1, shape.numDimensions()).stream()
            .map(Math::toIntExact)
            .toList());
  }
}
