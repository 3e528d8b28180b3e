package dev.assay.report;

import dev.assay.report.checks.Components;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 digests of what went into a result and came out. Null for what was not reached.
 *
 * @param problem of the problem's definition: statement, thresholds, limits
 * @param data of the data set's arrays and split
 * @param graph of the candidate's {@code model.pb} and {@code model.json}
 * @param weights of {@code weights.safetensors}
 */
public record Digests(
    @Nullable String problem,
    @Nullable String data,
    @Nullable String graph,
    @Nullable String weights) {

  /** Nothing was reached. */
  public static final Digests NONE = new Digests(null, null, null, null);

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a digest is blank
   */
  public Digests {
    Components.textOrNull("provenance.problemDigest", problem);
    Components.textOrNull("provenance.dataDigest", data);
    Components.textOrNull("provenance.graphDigest", graph);
    Components.textOrNull("provenance.weightsDigest", weights);
  }
}
