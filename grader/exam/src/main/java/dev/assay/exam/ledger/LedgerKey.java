package dev.assay.exam.ledger;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of an exam: whoever has it can write entries that count as genuine.
 *
 * <p>It lies in a file that its owner alone may read, outside the exam's folder.
 */
public final class LedgerKey {
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private LedgerKey(byte[] key) {
    this.key = key.clone();
  }

  /** A key of these bytes, for tests and for {@link #read}. */
  static LedgerKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key must have 32 bytes. Received: " + bytes.length);
    }
    return new LedgerKey(bytes);
  }

  /**
   * Draws a key and writes it to a new file, for its owner alone.
   *
   * @throws IOException when it cannot be written, or the file exists
   */
  public static LedgerKey create(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    Files.createFile(file, owners(file, "rw-------"));
    Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.WRITE);
    return new LedgerKey(bytes);
  }

  /**
   * Reads a key.
   *
   * @throws SentenceException when it is missing or is no key
   */
  public static LedgerKey read(Path file) throws SentenceException {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return of(HexFormat.of().parseHex(text));
    } catch (NoSuchFileException e) {
      throw fault(file, true, e);
    } catch (IOException | IllegalArgumentException e) {
      throw fault(file, false, e);
    }
  }

  private static SentenceException fault(Path file, boolean missing, Exception e) {
    return new SentenceException(
        Sentence.of(FaultCode.EXAM_KEY, "file", file.toString(), "missing", missing), e);
  }

  /** Whether others than its owner may read the file. */
  public static boolean isOpen(Path file) throws IOException {
    return hasPermissions(file)
        && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
            .anyMatch(
                Set.of(
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ,
                        PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_WRITE)
                    ::contains);
  }

  /** Attributes of a new file or folder, where the file system has them. */
  public static FileAttribute<?>[] owners(Path file, String permissions) {
    return hasPermissions(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The HMAC-SHA256 of a text, as 64 hexadecimal digits. */
  public String mac(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** A number that only the key's owner knows, for a purpose; positive. */
  public long secret(String purpose) {
    return ByteBuffer.wrap(digest("secret " + purpose)).getLong() & Long.MAX_VALUE;
  }

  private byte[] digest(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LedgerKey that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }
}
