package dev.assay.run.sealed;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key of 256 random bits; what it is never shows in a message or a log. */
public final class SealKey implements Secret {
  static final int BYTES = 32;

  private static final String MARK = "ASSAY-KEY-1-";
  private static final Pattern TEXT = Pattern.compile(MARK + "([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  SealKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key must have 32 bytes. Received: " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** A new one. */
  public static SealKey random() {
    return new SealKey(randomBytes(BYTES));
  }

  static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /**
   * Reads a key as {@link #text} writes it; white space around it is passed over.
   *
   * @param source where it comes from, for the message
   * @throws SealException when it is no key; the message does not tell what it is
   */
  public static SealKey parse(String text, String source) throws SealException {
    return read(text, source);
  }

  /** Reads a key as {@link #parse(String, String)}, from what a sentence names. */
  public static SealKey parse(String text, Sentence source) throws SealException {
    return read(text, source);
  }

  private static SealKey read(String text, Object source) throws SealException {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      byte[] bytes = Base64.getUrlDecoder().decode(matcher.group(1));
      SealKey key = new SealKey(bytes);
      if (key.text().equals(text.strip())) {
        return key;
      }
    }
    throw new SealException(Sentence.of(FaultCode.NO_KEY, "source", source, "mark", MARK));
  }

  /** The key as one line of text, for a file or an environment variable. */
  public String text() {
    return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Writes it to a file that is not there yet and that only the user may read.
   *
   * @throws SealException when the file is there or cannot be written
   */
  public void writeTo(Path file) throws SealException {
    SafeFiles.writePrivate(file, (text() + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Tells one key from another and nothing about it: 16 hexadecimal digits. */
  public String id() {
    byte[] salt = "assay".getBytes(StandardCharsets.US_ASCII);
    byte[] digest = Hkdf.derive(bytes, salt, "assay key id 1");
    return HexFormat.of().formatHex(Arrays.copyOf(digest, SealHeader.KEY_ID_BYTES));
  }

  byte[] fileKey(byte[] salt) {
    return Hkdf.derive(bytes, salt, "assay sealed set 1");
  }

  @Override
  public Stretching stretching() {
    return new Stretching(0, randomBytes(Stretching.SALT_BYTES));
  }

  @Override
  public SealKey unlock(Stretching stretching) throws SealException {
    if (stretching.isOfPassphrase()) {
      throw new SealException(Sentence.of(FaultCode.SEALED_WITH_A_PASSPHRASE));
    }
    return this;
  }

  @Override
  public String toString() {
    return "key " + id();
  }
}
