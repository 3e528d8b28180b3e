package dev.assay.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.report.checks.Components;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a result was made. In JSON the digests and the platform stand beside the other fields.
 *
 * @param assay the grader's version
 * @param digests of what went in and came out
 * @param seed the seed of the split, the initial weights and the shuffling
 * @param options the run's options by name, in order
 * @param platform machine and versions
 */
public record Provenance(
    String assay, Digests digests, long seed, Map<String, String> options, Platform platform) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if the version or an option's name is blank
   */
  public Provenance {
    Components.text("provenance.assay", assay);
    Components.present("provenance.digests", digests);
    options = Components.ordered("provenance.options", options);
    Components.present("provenance.platform", platform);
  }

  @JsonValue
  Flat flat() {
    return new Flat(
        assay,
        digests.problem(),
        digests.data(),
        digests.graph(),
        digests.weights(),
        seed,
        options,
        platform.java(),
        platform.os(),
        platform.arch(),
        platform.tensorflow(),
        platform.threads(),
        platform.mode(),
        platform.processor().model(),
        platform.processor().instructions());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Provenance of(Flat flat) {
    return new Provenance(
        flat.assay,
        new Digests(flat.problemDigest, flat.dataDigest, flat.graphDigest, flat.weightsDigest),
        flat.seed,
        flat.options,
        new Platform(
            flat.java,
            flat.os,
            flat.arch,
            flat.tensorflow,
            flat.threads,
            flat.mode,
            new Processor(flat.processor, flat.instructions)));
  }

  /** The fields as they stand in JSON. */
  record Flat(
      String assay,
      @Nullable String problemDigest,
      @Nullable String dataDigest,
      @Nullable String graphDigest,
      @Nullable String weightsDigest,
      long seed,
      Map<String, String> options,
      String java,
      String os,
      String arch,
      @Nullable String tensorflow,
      int threads,
      Mode mode,
      @Nullable String processor,
      @Nullable String instructions) {}
}
