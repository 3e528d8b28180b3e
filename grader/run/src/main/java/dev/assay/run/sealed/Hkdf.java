package dev.assay.run.sealed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 and the key derivation over it, HKDF (RFC 5869), for keys of at most 32 bytes: those
 * take one round.
 */
final class Hkdf {
  static final int BYTES = 32;

  private static final String HMAC = "HmacSHA256";

  private Hkdf() {}

  /**
   * Derives a key.
   *
   * @param secret the input keying material
   * @param salt at least one byte
   * @param use what the key is for: keys for different uses are independent
   * @return 32 bytes
   */
  static byte[] derive(byte[] secret, byte[] salt, String use) {
    byte[] info = use.getBytes(StandardCharsets.US_ASCII);
    return hmac(hmac(salt, secret), info, new byte[] {1});
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }
}
