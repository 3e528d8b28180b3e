package dev.assay.datasets.arrays;

/** Element type of a {@link NumericArray}. */
public enum DataType {
  /** Unsigned byte, 0 to 255. */
  UINT8(1),
  /** Signed 32-bit integer. */
  INT32(4),
  /** IEEE 754 single precision. */
  FLOAT32(4);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /** Size of one element in bytes. */
  public int bytes() {
    return bytes;
  }
}
