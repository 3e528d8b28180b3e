package dev.assay.report;

import dev.assay.report.checks.Components;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Under which circumstances a result came about.
 *
 * @param isolation how the candidate's code was kept apart; null if none of it ran
 * @param timings seconds each stage took, at least 0, in the order of the stages, which do not
 *     overlap
 * @param fromEqualAnswer whether an answer with equal sources was graded in the same way in the
 *     same run, and this is its result under another name: then no stage took time
 * @param provenance how the result was made
 */
public record Circumstances(
    @Nullable Isolation isolation,
    Map<String, Double> timings,
    boolean fromEqualAnswer,
    Provenance provenance) {

  /** The circumstances of an answer that was graded itself. */
  public Circumstances(
      @Nullable Isolation isolation, Map<String, Double> timings, Provenance provenance) {
    this(isolation, timings, false, provenance);
  }

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a time is negative or not finite
   */
  public Circumstances {
    timings = Components.ordered("timings", timings);
    timings.forEach((stage, seconds) -> Components.seconds("timings." + stage, seconds));
    Components.present("provenance", provenance);
  }
}
