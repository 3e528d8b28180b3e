package dev.assay.run.grading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives the seed that a builder is told from the run's. */
final class BuilderSeed {
  private static final String MAC = "HmacSHA256";

  /** Keeps this use of the run's seed apart from every other. */
  private static final byte[] KEY =
      "dev.assay: the seed that a builder is told".getBytes(StandardCharsets.UTF_8);

  private BuilderSeed() {}

  /**
   * The first eight bytes of HMAC-SHA256 (RFC 2104) of the run's seed, so that the run's does not
   * follow from it.
   */
  static long of(long runSeed) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(KEY, MAC));
      byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(runSeed).array());
      return ByteBuffer.wrap(digest).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
