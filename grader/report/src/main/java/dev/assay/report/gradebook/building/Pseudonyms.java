package dev.assay.report.gradebook.building;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names in place of students' ids, the same in every run with the same key, from which nobody
 * without the key can tell the id: HMAC-SHA256, of which 50 bits are shown.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
public final class Pseudonyms {
  /** The least bytes of a key. */
  public static final int LEAST_BYTES = 16;

  private static final String ALGORITHM = "HmacSHA256";

  /** Without letters and digits that look alike, as Crockford's. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 10;
  private static final int BITS = 5;

  private final SecretKeySpec key;

  /**
   * Names by a key.
   *
   * @throws IllegalArgumentException if it has fewer than 16 bytes
   */
  public Pseudonyms(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "key must have at least %d bytes. Received: %d",
              LEAST_BYTES,
              key.length));
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The name of a student, such as {@code S-4Q7ZK-02TMW}. */
  public String of(String id) {
    byte[] mac;
    try {
      Mac hmac = Mac.getInstance(ALGORITHM);
      hmac.init(key);
      mac = hmac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = (bits << Byte.SIZE) | (mac[i] & 0xff);
    }
    StringBuilder name = new StringBuilder("S-");
    for (int i = 0; i < LENGTH; i++) {
      name.append(i == LENGTH / 2 ? "-" : "");
      int digit = (int) (bits >>> (Long.SIZE - BITS * (i + 1))) & (DIGITS.length() - 1);
      name.append(DIGITS.charAt(digit));
    }
    return name.toString();
  }
}
