package dev.assay.datasets.arrays;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * An array in a memory-mapped file: it takes no heap and is shared between processes.
 *
 * @param type element type
 * @param shape the dimensions, row-major
 * @param values the elements, read-only, little-endian, from position 0 to the limit
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out; compared by nobody
public record MappedArray(DataType type, int[] shape, ByteBuffer values) {
  public MappedArray {
    shape = shape.clone();
    values = values.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (values.remaining() != Shapes.byteCount(type, shape)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "values must have %d bytes. Received: %d",
              Shapes.byteCount(type, shape),
              values.remaining()));
    }
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  /** A view of its own, little-endian: moving its position disturbs nobody. */
  @Override
  public ByteBuffer values() {
    return values.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }
}
