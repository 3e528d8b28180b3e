package dev.assay.report;

import dev.assay.report.score.Scores;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outlines of many results, which share the parts that are equal: data, verdicts, provenance. So a
 * result takes a few hundred bytes, and not the tens of thousands that it has in its file.
 */
public final class Outlines {
  private final Map<Object, Object> parts = new HashMap<>();

  /**
   * The outline of a result; equal to {@link GradeReport#outline()}. May be called by any thread.
   */
  public synchronized GradeReport of(GradeReport report) {
    GradeReport outline = report.outline();
    Circumstances circumstances = outline.circumstances();
    Scores scores = outline.scores();
    return new GradeReport(
        outline.submission(),
        shared(outline.problem()),
        sharedOrNull(outline.dataset()),
        shared(outline.judgement()),
        sharedOrNull(scores),
        shared(outline.stages()),
        new Circumstances(
            sharedOrNull(circumstances.isolation()),
            circumstances.timings(),
            circumstances.fromEqualAnswer(),
            shared(circumstances.provenance())));
  }

  @SuppressWarnings("unchecked") // equal objects are of one class
  private <T> T shared(T part) {
    return (T) parts.computeIfAbsent(part, same -> same);
  }

  private <T> @Nullable T sharedOrNull(@Nullable T part) {
    return part == null ? null : shared(part);
  }
}
