package dev.assay.datasets.hidden;

import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file of an instructor's own hidden set, in memory.
 *
 * @param name a plain file name of at most 100 characters
 * @param bytes all of it, at most {@link #MAX_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 256 MiB would be waste
public record HiddenFile(String name, byte[] bytes) {
  public static final long MAX_BYTES = RawFile.MAX_BYTES;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}");

  public HiddenFile {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must be 1 to 100 letters, digits, '.', '_' and '-', the first a letter or digit."
              + " Received: "
              + name);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "bytes must be at most %d. Received: %d", MAX_BYTES, bytes.length));
    }
  }

  /**
   * Reads a file.
   *
   * @throws DataException if it cannot be read, is too large, or its name is not a plain one
   */
  public static HiddenFile read(Path path) throws DataException {
    RawFile file = RawFile.read(path);
    String name = String.valueOf(path.getFileName());
    if (!NAME.matcher(name).matches()) {
      throw DataException.of(DataCode.HIDDEN_FILE_NAME, "file", path.toString());
    }
    return new HiddenFile(name, file.bytes());
  }

  RawFile raw() {
    return new RawFile(Path.of(name), bytes);
  }
}
