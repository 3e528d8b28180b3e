package dev.assay.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as {@code sha256sum} writes and checks them. */
final class Checksums {
  private Checksums() {}

  /** Returns the SHA-256 of bytes, in lower-case hexadecimal. */
  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the line for a file. */
  static String line(String digest, String file) {
    return digest + "  " + file + "\n";
  }
}
