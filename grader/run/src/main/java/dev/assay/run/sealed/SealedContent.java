package dev.assay.run.sealed;

import dev.assay.datasets.hidden.HiddenFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What is encrypted: the instructor's files as they were, and a random salt.
 *
 * @param salt keeps the fingerprint from telling a small set; it stays when the key is changed
 * @param files one table, or features and labels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record SealedContent(byte[] salt, List<HiddenFile> files) {
  private static final int SALT_BYTES = 32;
  private static final int MAX_FILES = 2;

  SealedContent {
    files = List.copyOf(files);
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw new IllegalArgumentException("files must be 1 or 2. Received: " + files.size());
    }
    if (files.stream().map(HiddenFile::name).distinct().count() < files.size()) {
      throw new IllegalArgumentException(
          "files must differ in their names. Received twice: " + files.get(0).name());
    }
  }

  static SealedContent of(List<HiddenFile> files) {
    return new SealedContent(SealKey.randomBytes(SALT_BYTES), files);
  }

  /** HMAC-SHA256 of the files with the salt as the key, in hexadecimal. */
  String fingerprint() {
    return HexFormat.of().formatHex(Hkdf.hmac(salt, encodedFiles()));
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(salt);
    bytes.writeBytes(encodedFiles());
    return bytes.toByteArray();
  }

  private byte[] encodedFiles() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(files.size());
      for (HiddenFile file : files) {
        out.writeByte(file.name().length());
        out.write(file.name().getBytes(StandardCharsets.US_ASCII));
        out.writeInt(file.bytes().length);
        out.write(file.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static SealedContent decode(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    try {
      byte[] salt = bytes(in, SALT_BYTES);
      int count = in.get() & 0xff;
      List<HiddenFile> files = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = new String(bytes(in, in.get() & 0xff), StandardCharsets.US_ASCII);
        files.add(new HiddenFile(name, bytes(in, in.getInt())));
      }
      if (in.hasRemaining()) {
        throw new IllegalArgumentException("content must end with the last file");
      }
      return new SealedContent(salt, files);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("content must hold what it announces", e);
    }
  }

  private static byte[] bytes(ByteBuffer in, int count) {
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }
}
