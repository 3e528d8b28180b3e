package dev.assay.run.sealed;

import java.util.Locale;

/**
 * How a file's key is made of a secret.
 *
 * @param iterations of PBKDF2 with HMAC-SHA256 for a passphrase; 0 for a random key, which needs
 *     none
 * @param salt random, of this file alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Stretching(int iterations, byte[] salt) {
  static final int SALT_BYTES = 32;

  /** The parameters of OWASP's Password Storage Cheat Sheet. */
  static final int MIN_ITERATIONS = 600_000;

  /** Some ten seconds: a hostile header cannot make the grader run for hours. */
  static final int MAX_ITERATIONS = 6_000_000;

  Stretching {
    if (iterations != 0 && (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "iterations must be 0 or from %d to %d. Received: %d",
              MIN_ITERATIONS,
              MAX_ITERATIONS,
              iterations));
    }
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("salt must have 32 bytes. Received: " + salt.length);
    }
  }

  boolean isOfPassphrase() {
    return iterations != 0;
  }
}
