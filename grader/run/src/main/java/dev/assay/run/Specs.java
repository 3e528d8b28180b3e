package dev.assay.run;

import dev.assay.datasets.DatasetEntry;
import dev.assay.datasets.Features;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.ProblemSpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a candidate's builder is told of a problem; the data itself is not needed for it. */
final class Specs {
  private static final String MAC = "HmacSHA256";

  /** Keeps this use of the run's seed apart from every other. */
  private static final byte[] BUILDER =
      "dev.assay: the seed that a builder is told".getBytes(StandardCharsets.UTF_8);

  private Specs() {}

  /**
   * Describes a problem to a builder.
   *
   * @param seed the run's, which splits the data and so must not be told
   */
  static ProblemSpec of(Assignment assignment, long seed) {
    DatasetEntry entry = assignment.entry();
    Features features = entry.features();
    return new ProblemSpec(
        assignment.problem().id(),
        assignment.variant().name(),
        new TensorSpec(ElementType.valueOf(features.type().name()), features.shape()),
        assignment.problem().task(),
        entry.target().classes().size(),
        assignment.variant().limits(),
        builderSeed(seed));
  }

  /**
   * The seed that a builder is told: the first eight bytes of HMAC-SHA256 (RFC 2104) of the run's
   * seed, so that the run's does not follow from it.
   */
  static long builderSeed(long runSeed) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(BUILDER, MAC));
      byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(runSeed).array());
      return ByteBuffer.wrap(digest).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
