package dev.assay.datasets.arrays;

import java.util.Arrays;

/** Arithmetic on array shapes that cannot overflow. */
public final class Shapes {
  static final int MAX_RANK = 8;

  private Shapes() {}

  /**
   * Number of bytes an array takes.
   *
   * @throws IllegalArgumentException unless the shape has 1 to 8 dimensions, none negative, and the
   *     array fits into 2^31-1 bytes
   */
  static int byteCount(DataType type, int... shape) {
    if (shape.length < 1 || shape.length > MAX_RANK) {
      throw new IllegalArgumentException(
          "shape must have 1 to 8 dimensions. Received: " + Arrays.toString(shape));
    }
    for (int dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException(
            "shape must not have a negative dimension. Received: " + Arrays.toString(shape));
      }
    }
    long bytes = claimedBytes(type, shape);
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "shape must need fewer than 2^31 bytes. Received: " + Arrays.toString(shape));
    }
    return Arrays.stream(shape).anyMatch(dimension -> dimension == 0) ? 0 : (int) bytes;
  }

  /** Bytes that a shape takes; an empty dimension counts as 1, so that each row is bounded too. */
  public static long claimedBytes(DataType type, int... shape) {
    long bytes = type.bytes();
    for (int dimension : shape) {
      bytes = saturatedProduct(bytes, Math.max(1, dimension));
    }
    return bytes;
  }

  /** Product of two non-negative numbers, {@link Long#MAX_VALUE} where it overflows. */
  static long saturatedProduct(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }
}
