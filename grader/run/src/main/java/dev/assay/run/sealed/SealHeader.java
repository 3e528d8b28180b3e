package dev.assay.run.sealed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The open part of a sealed file; all of it is authenticated with the content.
 *
 * <p>datasets/SEALED.md describes the bytes.
 *
 * @param subject what the hidden set is for
 * @param stretching how the key is made of the secret
 * @param keyId of the key, 16 hexadecimal digits
 * @param nonce of the encryption, random
 * @param bodyBytes size of the encrypted content with its tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record SealHeader(
    Subject subject, Stretching stretching, String keyId, byte[] nonce, int bodyBytes) {
  static final byte[] MAGIC = {(byte) 0x89, 'A', 'S', 'E', 'A', 'L', '\r', '\n'};
  static final int VERSION = 1;
  static final int KEY_ID_BYTES = 8;
  static final int NONCE_BYTES = 12;
  static final int CHECKSUM_BYTES = 32;

  /** Magic, version and length. */
  static final int PREFIX_BYTES = MAGIC.length + 4;

  static final int MAX_BYTES = 1024;

  byte[] format() {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(fields)) {
      write(out, subject.problem());
      write(out, subject.variant());
      write(out, subject.form());
      out.writeInt(subject.examples());
      out.writeInt(stretching.iterations());
      out.write(stretching.salt());
      out.write(HexFormat.of().parseHex(keyId));
      out.write(nonce);
      out.writeInt(bodyBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return framed(fields.toByteArray());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    out.writeByte(text.length());
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] framed(byte[] fields) {
    int length = PREFIX_BYTES + fields.length + CHECKSUM_BYTES;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
    bytes.writeBytes(MAGIC);
    bytes.writeBytes(new byte[] {0, VERSION, (byte) (length >> 8), (byte) length});
    bytes.writeBytes(fields);
    bytes.writeBytes(HeaderReader.checksum(bytes.toByteArray()));
    return bytes.toByteArray();
  }
}
