package dev.assay.datasets.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A data file's bytes as they lie on disk, packed or not.
 *
 * @param path where it lies
 * @param bytes all of it, at most {@link #MAX_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 256 MiB would be waste
public record RawFile(Path path, byte[] bytes) {
  /**
   * The largest size accepted, more than five times that of the catalogue's largest unpacked file.
   */
  public static final long MAX_BYTES = 256L << 20;

  public static RawFile read(Path path) throws DataException {
    try {
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        throw new DataException(
            String.format(
                Locale.ROOT,
                "%s: expected a file of at most %d bytes, found %d",
                path,
                MAX_BYTES,
                size));
      }
      return new RawFile(path, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new DataException("Cannot read " + path + ": " + Reasons.of(e), e);
    }
  }

  public boolean isPacked() {
    return bytes.length >= 2 && bytes[0] == GzipContent.MAGIC_1 && bytes[1] == GzipContent.MAGIC_2;
  }

  /** The unpacked content, from its start. */
  public Content open() throws DataException {
    return isPacked() ? new GzipContent(this) : new PlainContent(this);
  }

  public String sha256() {
    return Sha256.of(bytes);
  }

  /** SHA-256 of the unpacked content. */
  public String contentSha256() throws DataException {
    if (!isPacked()) {
      return sha256();
    }
    var digest = Sha256.newDigest();
    byte[] chunk = new byte[1 << 18];
    try (Content content = open()) {
      for (int n = content.read(chunk); n > 0; n = content.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    }
    return Sha256.hex(digest);
  }

  /** An error at an offset in the unpacked content. */
  public DataException malformed(long offset, String expected) {
    String place = isPacked() ? "byte %d of the unpacked content" : "byte %d";
    return new DataException(
        "%s, %s: expected %s".formatted(path, String.format(Locale.ROOT, place, offset), expected));
  }
}
