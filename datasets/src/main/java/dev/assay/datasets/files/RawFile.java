package dev.assay.datasets.files;

import dev.assay.findings.DataCode;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        throw DataException.of(
            DataCode.DATA_FILE_TOO_LARGE,
            "file",
            path.toString(),
            "limit",
            MAX_BYTES,
            "found",
            size);
      }
      return new RawFile(path, Files.readAllBytes(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Says that a file cannot be read, and why. */
  public static DataException unreadable(Path path, IOException e) {
    return new DataException(
        Sentence.of(FaultCode.FILE_NOT_READ, "file", path.toString(), "reason", Reasons.of(e)), e);
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
  public DataException malformed(long offset, Sentence expected) {
    return DataException.of(
        DataCode.BYTE_MALFORMED,
        "file",
        path.toString(),
        "offset",
        offset,
        "packed",
        isPacked(),
        "expected",
        expected);
  }
}
