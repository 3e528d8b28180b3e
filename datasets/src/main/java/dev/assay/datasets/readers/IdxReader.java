package dev.assay.datasets.readers;

import dev.assay.datasets.arrays.DataType;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.arrays.Shapes;
import dev.assay.datasets.files.Content;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads IDX files of unsigned bytes, gzip or plain.
 *
 * <p>An IDX file is two zero bytes, a type byte (8 for unsigned bytes), the number of dimensions,
 * each dimension as a big-endian 32-bit number, and the values in row-major order. Source:
 * yann.lecun.com/exdb/mnist.
 */
public final class IdxReader {
  private static final int MAGIC_BYTES = 4;
  private static final int UNSIGNED_BYTE = 8;

  private final RawFile file;

  public IdxReader(RawFile file) {
    this.file = file;
  }

  /**
   * Reads the whole file.
   *
   * @param rank number of dimensions that the file must have
   * @return a {@code UINT8} array
   */
  public NumericArray read(int rank) throws DataException {
    try (Content content = file.open()) {
      int[] shape = readHeader(content, rank);
      int headerBytes = MAGIC_BYTES + 4 * rank;
      byte[] values = new byte[checkedSize(shape, content.maxBytes() - headerBytes)];
      int read = content.read(values);
      if (read < values.length) {
        throw file.malformed(
            headerBytes + (long) read,
            expected("VALUES", values.length, String.valueOf(read), Arrays.toString(shape)));
      }
      if (content.read(new byte[1]) > 0) {
        throw file.malformed(
            headerBytes + (long) read, expected("END", 0, "", Arrays.toString(shape)));
      }
      return NumericArray.adopt(DataType.UINT8, values, shape);
    }
  }

  private static Sentence expected(String what, long expected, String found, String shape) {
    return Sentence.of(
        DataCode.IDX_EXPECTED,
        "what",
        what,
        "expected",
        String.valueOf(expected),
        "found",
        found,
        "shape",
        shape);
  }

  private int[] readHeader(Content content, int rank) throws DataException {
    byte[] magic = new byte[MAGIC_BYTES];
    int read = content.read(magic);
    if (read < MAGIC_BYTES) {
      throw file.malformed(read, expected("HEADER", 0, "", ""));
    }
    checkMagic(magic, rank);
    byte[] dimensions = new byte[4 * rank];
    read = content.read(dimensions);
    if (read < dimensions.length) {
      throw file.malformed(MAGIC_BYTES + (long) read, expected("DIMENSIONS", rank, "", ""));
    }
    return dimensions(ByteBuffer.wrap(dimensions), rank);
  }

  private void checkMagic(byte[] magic, int rank) throws DataException {
    if (magic[0] != 0 || magic[1] != 0) {
      throw file.malformed(
          0, expected("MAGIC", 0, String.format(Locale.ROOT, "%02x %02x", magic[0], magic[1]), ""));
    }
    if (magic[2] != UNSIGNED_BYTE) {
      throw file.malformed(
          2, expected("TYPE", 0, String.format(Locale.ROOT, "%02x", magic[2]), ""));
    }
    if (magic[3] != rank) {
      throw file.malformed(3, expected("RANK", rank, String.valueOf(magic[3] & 0xff), ""));
    }
  }

  private int[] dimensions(ByteBuffer bytes, int rank) throws DataException {
    int[] shape = new int[rank];
    for (int i = 0; i < rank; i++) {
      shape[i] = bytes.getInt();
      if (shape[i] < 1) {
        throw file.malformed(
            MAGIC_BYTES + 4L * i, expected("SIZE", 0, Integer.toUnsignedString(shape[i]), ""));
      }
    }
    return shape;
  }

  private int checkedSize(int[] shape, long available) throws DataException {
    long size = Shapes.claimedBytes(DataType.UINT8, shape);
    if (size > available) {
      throw file.malformed(MAGIC_BYTES, expected("FIT", available, "", Arrays.toString(shape)));
    }
    return (int) size;
  }
}
