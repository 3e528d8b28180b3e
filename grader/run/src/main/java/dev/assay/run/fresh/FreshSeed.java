package dev.assay.run.fresh;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret seed from which a batch's hidden part is drawn.
 *
 * <p>It lies in the batch's folder, for the grader's user alone to read, so that a resumed batch is
 * graded on the same part. No sandboxed process sees that folder.
 */
public final class FreshSeed {
  /** The file's name in the folder of a batch. */
  static final String FILE = ".fresh-hidden";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DIGITS = 2 * Long.BYTES;

  private FreshSeed() {}

  /** Whether the hidden part of a batch was drawn for it. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The seed of a batch: a new one, which replaces an earlier batch's, unless the batch is resumed.
   *
   * @param folder the batch's
   * @param resumes whether to take the seed that is there; where none is, one is drawn
   * @throws IOException when it cannot be written, or what is there is no seed
   */
  public static long of(Path folder, boolean resumes) throws IOException {
    Path file = folder.resolve(FILE);
    return resumes && Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : draw(file);
  }

  private static long draw(Path file) throws IOException {
    long seed = RANDOM.nextLong();
    Files.deleteIfExists(file);
    Files.createFile(file, ownersOnly(file));
    Files.writeString(file, HexFormat.of().toHexDigits(seed) + "\n", StandardOpenOption.WRITE);
    return seed;
  }

  private static FileAttribute<?>[] ownersOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static long read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != DIGITS + 1) {
      throw damaged(file);
    }
    try {
      return HexFormat.fromHexDigitsToLong(
          Files.readString(file, StandardCharsets.ISO_8859_1).strip());
    } catch (IllegalArgumentException e) {
      throw damaged(file);
    }
  }

  private static IOException damaged(Path file) {
    return new SentenceException(
        Sentence.of(FaultCode.FRESH_SEED_DAMAGED, "file", file.toString()));
  }
}
