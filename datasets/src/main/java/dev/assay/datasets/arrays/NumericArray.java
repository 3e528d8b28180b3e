package dev.assay.datasets.arrays;

import dev.assay.datasets.files.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An immutable typed array of one or more dimensions, in row-major order.
 *
 * <p>A row is everything under one index of the first dimension: one image of {@code [n, 28, 28]}.
 */
public final class NumericArray {
  private final DataType type;
  private final int[] shape;
  private final byte[] bytes;
  private final ByteBuffer values;
  private volatile @Nullable String sha256;

  private NumericArray(DataType type, byte[] bytes, int... shape) {
    int expected = Shapes.byteCount(type, shape);
    if (expected != bytes.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "values must have %d elements for shape %s. Received: %d",
              expected / type.bytes(),
              Arrays.toString(shape),
              bytes.length / type.bytes()));
    }
    this.type = type;
    this.shape = shape.clone();
    this.bytes = bytes;
    this.values = littleEndian(bytes);
  }

  /** A {@link DataType#UINT8} array; each byte is read as unsigned. */
  public static NumericArray ofBytes(byte[] values, int... shape) {
    return new NumericArray(DataType.UINT8, values.clone(), shape);
  }

  /** An {@link DataType#INT32} array. */
  public static NumericArray ofInts(int[] values, int... shape) {
    byte[] bytes = new byte[Shapes.byteCount(DataType.INT32, values.length)];
    littleEndian(bytes).asIntBuffer().put(values);
    return new NumericArray(DataType.INT32, bytes, shape);
  }

  /** A {@link DataType#FLOAT32} array. */
  public static NumericArray ofFloats(float[] values, int... shape) {
    byte[] bytes = new byte[Shapes.byteCount(DataType.FLOAT32, values.length)];
    littleEndian(bytes).asFloatBuffer().put(values);
    return new NumericArray(DataType.FLOAT32, bytes, shape);
  }

  /** Takes over little-endian bytes without a copy: the caller must not keep them. */
  public static NumericArray adopt(DataType type, byte[] littleEndian, int... shape) {
    return new NumericArray(type, littleEndian, shape);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The type of every element. */
  public DataType type() {
    return type;
  }

  /** The dimensions, as a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** The first dimension. */
  public int rows() {
    return shape[0];
  }

  /** Elements in one row; 1 for a vector. */
  public int rowSize() {
    int size = 1;
    for (int i = 1; i < shape.length; i++) {
      size *= shape[i];
    }
    return size;
  }

  /** Number of elements. */
  public int size() {
    return bytes.length / type.bytes();
  }

  /**
   * The rows with these numbers, in this order; a number may occur more than once.
   *
   * @throws IndexOutOfBoundsException if a number is not in {@code [0, rows())}
   */
  public NumericArray take(int[] rows) {
    int[] taken = shape.clone();
    taken[0] = rows.length;
    int stride = rowSize() * type.bytes();
    byte[] target = new byte[Shapes.byteCount(type, taken)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] < 0 || rows[i] >= rows()) {
        throw new IndexOutOfBoundsException(
            String.format(Locale.ROOT, "row must be in [0, %d). Received: %d", rows(), rows[i]));
      }
      System.arraycopy(bytes, rows[i] * stride, target, i * stride, stride);
    }
    return new NumericArray(type, target, taken);
  }

  /** The element at a row-major position as a float; an {@code INT32} is rounded to nearest. */
  public float getFloat(int flatIndex) {
    return switch (type) {
      case UINT8 -> bytes[flatIndex] & 0xff;
      case INT32 -> values.getInt(Math.multiplyExact(flatIndex, 4));
      case FLOAT32 -> values.getFloat(Math.multiplyExact(flatIndex, 4));
    };
  }

  /**
   * The element at a row-major position.
   *
   * @throws IllegalStateException for a {@code FLOAT32} array, as it would lose the fraction
   */
  public int getInt(int flatIndex) {
    return switch (type) {
      case UINT8 -> bytes[flatIndex] & 0xff;
      case INT32 -> values.getInt(Math.multiplyExact(flatIndex, 4));
      case FLOAT32 -> throw new IllegalStateException("getInt needs UINT8 or INT32, not FLOAT32");
    };
  }

  /** SHA-256 of type, shape and values, in lower-case hexadecimal; the same on every platform. */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      String header = type + Arrays.toString(shape) + "\n";
      known = Sha256.of(header.getBytes(StandardCharsets.US_ASCII), bytes);
      sha256 = known;
    }
    return known;
  }

  /** The values as a read-only view, each element in little-endian order, without a copy. */
  public ByteBuffer littleEndianBytes() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Equal if type, shape and every bit of the values are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumericArray that
        && type == that.type
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + Arrays.hashCode(shape)) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return type + " " + Arrays.toString(shape);
  }
}
