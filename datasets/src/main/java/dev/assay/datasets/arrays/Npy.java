package dev.assay.datasets.arrays;

import dev.assay.commons.files.WholeFile;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.datasets.files.Reasons;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Arrays as NumPy {@code .npy} files, format 1.0: little-endian, C order, {@code |u1}, {@code <i4}
 * or {@code <f4}.
 */
public final class Npy {
  private Npy() {}

  /**
   * Writes an array; the file is there in full or not at all.
   *
   * @throws DataException if the folder is missing or cannot be written
   */
  public static void write(Path file, NumericArray array) throws DataException {
    try {
      WholeFile.writeUnforced(file, channel -> write(channel, array));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static DataException unwritable(Path file, IOException e) {
    return new DataException(
        Sentence.of(FaultCode.FILE_NOT_WRITTEN, "file", file.toString(), "reason", Reasons.of(e)),
        e);
  }

  /** Returns the size in bytes of a file with this array. */
  public static long fileBytes(NumericArray array) {
    return NpyHeader.format(array.type(), array.shape()).length
        + (long) array.rows() * array.rowSize() * array.type().bytes();
  }

  /**
   * Maps a file into memory, read-only, without reading its values.
   *
   * @throws DataException if it cannot be read, or naming file, offset and what was expected if it
   *     is malformed
   */
  public static MappedArray map(Path file) throws DataException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader.Layout layout = new NpyHeader(file).parse(start(channel), channel.size());
      int bytes = Shapes.byteCount(layout.type(), layout.shape());
      ByteBuffer values = channel.map(FileChannel.MapMode.READ_ONLY, layout.headerBytes(), bytes);
      return new MappedArray(layout.type(), layout.shape(), values);
    } catch (IOException e) {
      throw RawFile.unreadable(file, e);
    }
  }

  /** Reads a file into the heap; errors as {@link #map}. */
  public static NumericArray read(Path file) throws DataException {
    MappedArray mapped = map(file);
    byte[] values = new byte[mapped.values().remaining()];
    mapped.values().get(values);
    return NumericArray.adopt(mapped.type(), values, mapped.shape());
  }

  /** Reads a file that is in memory; errors as {@link #map}. */
  public static NumericArray parse(RawFile file) throws DataException {
    byte[] bytes = file.bytes();
    byte[] start = Arrays.copyOf(bytes, Math.min(NpyHeader.MAX_BYTES, bytes.length));
    NpyHeader.Layout layout = new NpyHeader(file.path()).parse(start, bytes.length);
    return NumericArray.adopt(
        layout.type(),
        Arrays.copyOfRange(bytes, layout.headerBytes(), bytes.length),
        layout.shape());
  }

  private static byte[] start(FileChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate((int) Math.min(NpyHeader.MAX_BYTES, channel.size()));
    while (start.hasRemaining() && channel.read(start) >= 0) {
      // until full or at the end
    }
    byte[] bytes = new byte[start.position()];
    start.flip().get(bytes);
    return bytes;
  }

  /**
   * Writes into a file in place, for a process that can create no other.
   *
   * @throws DataException if it cannot be written
   */
  public static void overwrite(Path file, NumericArray array) throws DataException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      write(channel, array);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void write(FileChannel channel, NumericArray array) throws IOException {
    writeFully(channel, ByteBuffer.wrap(NpyHeader.format(array.type(), array.shape())));
    writeFully(channel, array.littleEndianBytes());
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
