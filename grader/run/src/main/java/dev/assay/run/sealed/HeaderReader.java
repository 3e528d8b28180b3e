package dev.assay.run.sealed;

import dev.assay.datasets.Sha256;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Reads the open part of a sealed file, which may be anybody's bytes. */
final class HeaderReader {
  private final String name;
  private final byte[] file;

  /**
   * A reader.
   *
   * @param name the file's, for messages
   * @param file its first bytes, at least {@link SealHeader#MAX_BYTES} if it has as many
   */
  HeaderReader(String name, byte[] file) {
    this.name = name;
    this.file = file;
  }

  /** Its length is what {@link SealHeader#format} gives. */
  SealHeader read() throws SealException {
    checkMagic();
    ByteBuffer prefix = ByteBuffer.wrap(file, SealHeader.MAGIC.length, 4);
    int version = prefix.getShort() & 0xffff;
    if (version != SealHeader.VERSION) {
      throw new SealException(
          String.format(
              Locale.ROOT,
              "%s has version %d of the format of sealed files; this Assay reads version %d. Use a"
                  + " newer Assay.",
              name,
              version,
              SealHeader.VERSION));
    }
    int length = prefix.getShort() & 0xffff;
    if (length > SealHeader.MAX_BYTES
        || length < SealHeader.PREFIX_BYTES + SealHeader.CHECKSUM_BYTES) {
      throw damaged("a header of at most " + SealHeader.MAX_BYTES + " bytes, found " + length);
    }
    if (length > file.length) {
      throw cutOff(length);
    }
    int end = length - SealHeader.CHECKSUM_BYTES;
    byte[] expected = Arrays.copyOfRange(file, end, length);
    if (!Arrays.equals(checksum(Arrays.copyOf(file, end)), expected)) {
      throw damaged("the SHA-256 that stands at its end");
    }
    return fields(
        ByteBuffer.wrap(file, SealHeader.PREFIX_BYTES, end - SealHeader.PREFIX_BYTES).slice());
  }

  private void checkMagic() throws SealException {
    int same = Arrays.mismatch(file, SealHeader.MAGIC);
    if (same >= 0 && same < Math.min(file.length, SealHeader.MAGIC.length)) {
      throw new SealException(
          "%s is not a sealed set: expected the start %s. `assay seal` makes one."
              .formatted(name, HexFormat.ofDelimiter(" ").formatHex(SealHeader.MAGIC)));
    }
    if (file.length < SealHeader.PREFIX_BYTES) {
      throw cutOff(SealHeader.PREFIX_BYTES);
    }
  }

  private SealHeader fields(ByteBuffer in) throws SealException {
    try {
      Subject subject = new Subject(text(in), text(in), text(in), in.getInt());
      Stretching stretching = new Stretching(in.getInt(), bytes(in, Stretching.SALT_BYTES));
      String keyId = HexFormat.of().formatHex(bytes(in, SealHeader.KEY_ID_BYTES));
      byte[] nonce = bytes(in, SealHeader.NONCE_BYTES);
      int bodyBytes = in.getInt();
      if (in.hasRemaining() || bodyBytes < 0 || bodyBytes > SealedFile.MAX_BODY_BYTES) {
        throw damaged(
            String.format(
                Locale.ROOT,
                "at most %d bytes of content and nothing after its fields",
                SealedFile.MAX_BODY_BYTES));
      }
      return new SealHeader(subject, stretching, keyId, nonce, bodyBytes);
    } catch (BufferUnderflowException e) {
      throw damaged("more fields");
    } catch (IllegalArgumentException e) {
      throw damaged("what keeps the rules: " + e.getMessage());
    }
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in, in.get() & 0xff), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private SealException damaged(String expected) {
    return new SealException(
        "The header of %s is damaged: expected %s. Take the file again from where it was sealed."
            .formatted(name, expected));
  }

  private SealException cutOff(int length) {
    return new SealException(
        String.format(
            Locale.ROOT,
            "%s is cut off: expected a header of %d bytes, found %d bytes in all.",
            name,
            length,
            file.length));
  }

  /** Tells an accident from a wrong key; the authentication does not rest on it. */
  static byte[] checksum(byte[] header) {
    return Sha256.newDigest().digest(header);
  }
}
