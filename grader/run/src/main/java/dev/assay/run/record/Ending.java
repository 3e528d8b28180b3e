package dev.assay.run.record;

import dev.assay.findings.Sentence;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import java.util.List;

/** The end of a grading. */
public sealed interface Ending permits Judged, Ending.Stopped, Ending.GraderError {
  /** Everything that was found out before the end. */
  Progress progress();

  /** The candidate's: a verdict before there was a score to judge. */
  record Stopped(Progress progress, Stop stop) implements Ending {}

  /** The grader's own fault, which never counts against the candidate. */
  record GraderError(Progress progress, List<Sentence> reasons) implements Ending {}

  /** The end that a stop makes. */
  static Ending of(Progress progress, Stop stop) {
    return stop.verdict() == Verdict.GRADER_ERROR
        ? new GraderError(progress, stop.reasons())
        : new Stopped(progress, stop);
  }
}
