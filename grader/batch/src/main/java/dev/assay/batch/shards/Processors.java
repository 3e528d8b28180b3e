package dev.assay.batch.shards;

import dev.assay.report.GradeReport;
import dev.assay.report.Processor;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of processors that results were reached on. Kinds round differently, so that what lies
 * at a threshold may pass on one and fail on another.
 */
public final class Processors {
  /** The change of a score without counts that another order of sums can make, about. */
  private static final double LAST_DIGITS = 1e-3;

  private Processors() {}

  /** The number of results from each kind, without those that needed none. */
  public static Map<Processor, Integer> of(List<GradeReport> reports) {
    Map<Processor, Integer> kinds = new LinkedHashMap<>();
    for (GradeReport report : reports) {
      Processor processor = report.circumstances().provenance().platform().processor();
      if (!processor.equals(Processor.UNKNOWN)) {
        kinds.merge(processor, 1, Integer::sum);
      }
    }
    return kinds;
  }

  /**
   * The submissions with a score that another kind of processor could move across its threshold,
   * and that was not reached on this kind.
   */
  public static Set<String> toRecheck(List<GradeReport> reports, Processor wanted) {
    Set<String> ids = new LinkedHashSet<>();
    for (GradeReport report : reports) {
      Scores scores = report.scores();
      Processor processor = report.circumstances().provenance().platform().processor();
      if (scores != null && isNear(scores.metric()) && !processor.equals(wanted)) {
        ids.add(report.submission().id());
      }
    }
    return ids;
  }

  /** Returns whether one prediction more or less, or the last digits, could change the verdict. */
  static boolean isNear(Metric metric) {
    Integer total = metric.total();
    double step =
        total == null ? LAST_DIGITS * Math.max(1, Math.abs(metric.threshold())) : 1.0 / total;
    return Math.abs(metric.value() - metric.threshold()) <= step + 1e-12;
  }
}
