package dev.assay.keras.training;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Examples in memory or in a mapped file, row after row.
 *
 * @param type of each value
 * @param shape the number of examples first
 * @param values little-endian, row-major; only read
 */
public record TensorData(ElementType type, List<Integer> shape, ByteBuffer values) {
  public TensorData {
    shape = List.copyOf(shape);
    values = values.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (shape.isEmpty() || values.limit() != bytes(type, shape)) {
      throw new IllegalArgumentException(
          "TensorData: %s of shape %s does not fit %d bytes"
              .formatted(type, shape, values.limit()));
    }
  }

  /** How many examples. */
  public int rows() {
    return shape.get(0);
  }

  /** What one example is. */
  TensorSpec example() {
    return new TensorSpec(type, shape.subList(1, shape.size()));
  }

  /** The label of a row of class numbers. */
  int classNumber(int row) {
    return type == ElementType.UINT8 ? values.get(row) & 0xff : values.getInt(4 * row);
  }

  /** Bytes of one example. */
  int rowBytes() {
    return Math.toIntExact(bytes(type, shape.subList(1, shape.size())));
  }

  private static long bytes(ElementType type, List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).reduce(type.bytes(), Math::multiplyExact);
  }
}
