package dev.assay.run.sealed;

import dev.assay.datasets.files.Sha256;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

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
          Sentence.of(
              FaultCode.SEALED_VERSION,
              "file",
              name,
              "version",
              version,
              "known",
              SealHeader.VERSION));
    }
    int length = prefix.getShort() & 0xffff;
    if (length > SealHeader.MAX_BYTES
        || length < SealHeader.PREFIX_BYTES + SealHeader.CHECKSUM_BYTES) {
      throw damaged("LENGTH", "limit", SealHeader.MAX_BYTES, "found", length);
    }
    if (length > file.length) {
      throw cutOff(length);
    }
    int end = length - SealHeader.CHECKSUM_BYTES;
    byte[] expected = Arrays.copyOfRange(file, end, length);
    if (!Arrays.equals(checksum(Arrays.copyOf(file, end)), expected)) {
      throw damaged("CHECKSUM");
    }
    return fields(
        ByteBuffer.wrap(file, SealHeader.PREFIX_BYTES, end - SealHeader.PREFIX_BYTES).slice());
  }

  private void checkMagic() throws SealException {
    int same = Arrays.mismatch(file, SealHeader.MAGIC);
    if (same >= 0 && same < Math.min(file.length, SealHeader.MAGIC.length)) {
      throw new SealException(
          Sentence.of(
              FaultCode.SEALED_NOT_ONE,
              "file",
              name,
              "start",
              HexFormat.ofDelimiter(" ").formatHex(SealHeader.MAGIC)));
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
        throw damaged("BODY", "limit", SealedFile.MAX_BODY_BYTES);
      }
      return new SealHeader(subject, stretching, keyId, nonce, bodyBytes);
    } catch (BufferUnderflowException e) {
      throw damaged("FIELDS");
    } catch (IllegalArgumentException e) {
      throw damaged("RULES", "reason", String.valueOf(e.getMessage()));
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

  /**
   * Says what was expected.
   *
   * @param part the case of the text
   * @param pairs further arguments of that case, names and values in turn
   */
  private SealException damaged(String part, Object... pairs) {
    List<Object> all = new ArrayList<>(List.of("file", name, "part", part));
    all.addAll(List.of(pairs));
    return new SealException(Sentence.of(FaultCode.SEALED_HEADER_DAMAGED, all.toArray()));
  }

  private SealException cutOff(int length) {
    return new SealException(
        Sentence.of(
            FaultCode.SEALED_HEADER_CUT_OFF,
            "file",
            name,
            "expected",
            length,
            "found",
            file.length));
  }

  /** Tells an accident from a wrong key; the authentication does not rest on it. */
  static byte[] checksum(byte[] header) {
    return Sha256.newDigest().digest(header);
  }
}
