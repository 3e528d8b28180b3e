package dev.assay.datasets;

import dev.assay.commons.random.SplitMix64;
import dev.assay.datasets.files.RawFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes the bytes of data files for tests. */
public final class Bytes {
  private Bytes() {}

  public static RawFile file(byte[] bytes) {
    return new RawFile(Path.of("folder", "file"), bytes);
  }

  public static RawFile file(String text) {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An IDX file of unsigned bytes whose header and values need not agree. */
  public static byte[] idx(byte[] values, int... dimensions) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
    buffer.put(new byte[] {0, 0, 8, (byte) dimensions.length});
    for (int dimension : dimensions) {
      buffer.putInt(dimension);
    }
    return toArray(buffer.put(values));
  }

  public static byte[] with(byte[] bytes, int offset, int... replacement) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < replacement.length; i++) {
      changed[offset + i] = (byte) replacement[i];
    }
    return changed;
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Bytes that do not pack well, the same each time. */
  public static byte[] noise(int length) {
    SplitMix64 random = new SplitMix64(length);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] toArray(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }
}
