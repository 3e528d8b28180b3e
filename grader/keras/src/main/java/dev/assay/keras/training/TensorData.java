package dev.assay.keras.training;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import java.nio.ByteBuffer;
import java.util.List;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;

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
    values = values.asReadOnlyBuffer();
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

  /** Bytes of one example. */
  int rowBytes() {
    return Math.toIntExact(bytes(type, shape.subList(1, shape.size())));
  }

  /** The shape of so many examples. */
  Shape tensorShape(int size) {
    long[] sizes = shape.stream().mapToLong(Integer::longValue).toArray();
    sizes[0] = size;
    return Shape.of(sizes);
  }

  /** All examples, copied. */
  Tensor tensor() {
    Tensor tensor = Tensor.of(type.tensorType(), tensorShape(rows()));
    ByteDataBuffer target = tensor.asRawTensor().data();
    byte[] chunk = new byte[Math.min(values.limit(), 1 << 20)];
    for (int from = 0; from < values.limit(); from += chunk.length) {
      int size = Math.min(chunk.length, values.limit() - from);
      values.get(from, chunk, 0, size);
      target.offset(from).write(chunk, 0, size);
    }
    return tensor;
  }

  private static long bytes(ElementType type, List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).reduce(type.bytes(), Math::multiplyExact);
  }
}
