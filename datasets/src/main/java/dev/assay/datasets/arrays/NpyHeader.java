package dev.assay.datasets.arrays;

import dev.assay.datasets.files.DataException;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Header of a NumPy {@code .npy} file, format 1.0.
 *
 * <p>Only the form that NumPy itself writes is read: the dictionary is Python source, and a parser
 * for less is a parser that can be understood. Source: numpy/lib/format.py.
 */
public final class NpyHeader {
  /** Magic, version and the length of the dictionary. */
  static final int PREFIX_BYTES = 10;

  static final int MAX_BYTES = 4096;
  private static final int ALIGNMENT = 64;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\{'descr': '([^']{1,8})', 'fortran_order': (True|False),"
              + " 'shape': \\(((?:\\d{1,10}, ){0,7}\\d{1,10},?)\\), \\} *\\n");

  private final Path file;

  NpyHeader(Path file) {
    this.file = file;
  }

  /** Returns whether the bytes begin a NumPy file of any version. */
  public static boolean begins(byte[] file) {
    int name = 6;
    return file.length >= name && Arrays.equals(file, 0, name, MAGIC, 0, name);
  }

  /** The content of a header. */
  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
  record Layout(DataType type, int[] shape, int headerBytes) {}

  static byte[] format(DataType type, int... shape) {
    String dimensions =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(code(type), shape.length == 1 ? dimensions + "," : dimensions);
    int unpadded = PREFIX_BYTES + dictionary.length() + 1;
    int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String padded = dictionary + " ".repeat(total - unpadded) + "\n";
    return ByteBuffer.allocate(total)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  /**
   * Reads a header and checks the size of the file against it.
   *
   * @param start the first bytes of the file, at most {@link #MAX_BYTES}
   * @param fileBytes size of the whole file
   */
  Layout parse(byte[] start, long fileBytes) throws DataException {
    int dictionaryBytes = checkPrefix(start);
    int headerBytes = PREFIX_BYTES + dictionaryBytes;
    String dictionary =
        new String(start, PREFIX_BYTES, dictionaryBytes, StandardCharsets.ISO_8859_1);
    Matcher fields = DICTIONARY.matcher(dictionary);
    if (!fields.matches()) {
      throw malformed(PREFIX_BYTES, "FIELDS");
    }
    if (fields.group(2).equals("True")) {
      throw malformed(PREFIX_BYTES, "ORDER");
    }
    DataType type = type(fields.group(1));
    int[] shape = shape(fields.group(3));
    checkSize(type, shape, headerBytes, fileBytes);
    return new Layout(type, shape, headerBytes);
  }

  private int checkPrefix(byte[] start) throws DataException {
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= start.length || start[i] != MAGIC[i]) {
        throw malformed(i, "MAGIC");
      }
    }
    if (start.length < PREFIX_BYTES) {
      throw malformed(start.length, "PREFIX");
    }
    int length = (start[8] & 0xff) | (start[9] & 0xff) << 8;
    if (length > MAX_BYTES - PREFIX_BYTES) {
      throw malformed(8, "LENGTH", MAX_BYTES, String.valueOf(length), "");
    }
    if (PREFIX_BYTES + length > start.length) {
      throw malformed(start.length, "HEADER", length, "", "");
    }
    return length;
  }

  private DataType type(String code) throws DataException {
    for (DataType type : DataType.values()) {
      if (code(type).equals(code)) {
        return type;
      }
    }
    throw malformed(PREFIX_BYTES, "TYPE", 0, code, "");
  }

  private int[] shape(String text) throws DataException {
    String[] parts = text.split(", |,", 0);
    int[] shape = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      long dimension = Long.parseLong(parts[i]);
      if (dimension > Integer.MAX_VALUE) {
        throw malformed(PREFIX_BYTES, "DIMENSION", 0, String.valueOf(dimension), "");
      }
      shape[i] = (int) dimension;
    }
    return shape;
  }

  private void checkSize(DataType type, int[] shape, int headerBytes, long fileBytes)
      throws DataException {
    if (Shapes.claimedBytes(type, shape) > Integer.MAX_VALUE) {
      throw malformed(PREFIX_BYTES, "SHAPE", 0, Arrays.toString(shape), "");
    }
    long values = Shapes.byteCount(type, shape);
    if (headerBytes + values != fileBytes) {
      throw malformed(
          Math.min(headerBytes + values, fileBytes),
          "BYTES",
          headerBytes + values,
          String.valueOf(fileBytes),
          Arrays.toString(shape));
    }
  }

  private static String code(DataType type) {
    return switch (type) {
      case UINT8 -> "|u1";
      case INT32 -> "<i4";
      case FLOAT32 -> "<f4";
    };
  }

  private DataException malformed(long offset, String what) {
    return malformed(offset, what, 0, "", "");
  }

  private DataException malformed(
      long offset, String what, long expected, String found, String shape) {
    Sentence wanted =
        Sentence.of(
            DataCode.NPY_EXPECTED,
            "what",
            what,
            "expected",
            String.valueOf(expected),
            "found",
            found,
            "shape",
            shape);
    return DataException.of(
        DataCode.BYTE_MALFORMED,
        "file",
        String.valueOf(file),
        "offset",
        offset,
        "expected",
        wanted);
  }
}
