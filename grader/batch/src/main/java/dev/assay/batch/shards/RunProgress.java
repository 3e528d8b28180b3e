package dev.assay.batch.shards;

import dev.assay.batch.plan.Manifest;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a planned run has come.
 *
 * @param total the submissions of the plan
 * @param done those that lack no result
 * @param verdicts of the results so far
 * @param finishedShards shards of which nothing is missing
 * @param secondsLeft for one grader to do the rest: as the plan expects, times what the finished
 *     ones took compared with what the plan expected of them
 */
public record RunProgress(
    int total, int done, Map<Verdict, Integer> verdicts, int finishedShards, double secondsLeft) {
  /** Copies the counts. */
  public RunProgress {
    Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
    copy.putAll(verdicts);
    verdicts = Collections.unmodifiableMap(copy);
  }

  /** The progress of several runs together. */
  public static RunProgress sum(List<RunProgress> parts) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    parts.forEach(p -> p.verdicts().forEach((v, count) -> verdicts.merge(v, count, Integer::sum)));
    return new RunProgress(
        parts.stream().mapToInt(RunProgress::total).sum(),
        parts.stream().mapToInt(RunProgress::done).sum(),
        verdicts,
        parts.stream().mapToInt(RunProgress::finishedShards).sum(),
        parts.stream().mapToDouble(RunProgress::secondsLeft).sum());
  }

  /** The progress of a run by its results. */
  public static RunProgress of(Manifest manifest, Collected collected) {
    Set<String> missing = new HashSet<>();
    collected.missing().forEach(answer -> missing.add(answer.id()));
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    double took = 0;
    for (GradeReport report : collected.reports()) {
      verdicts.merge(report.verdict(), 1, Integer::sum);
      took += missing.contains(report.submission().id()) ? 0 : report.seconds();
    }
    double expected = 0;
    double left = 0;
    for (PlannedAnswer answer : manifest.answers()) {
      if (missing.contains(answer.id())) {
        left += answer.seconds();
      } else {
        expected += answer.seconds();
      }
    }
    double pace = expected > 0 && took > 0 ? took / expected : 1;
    return new RunProgress(
        manifest.answers().size(),
        manifest.answers().size() - missing.size(),
        verdicts,
        manifest.shards() - Collected.shards(collected.missing()).size(),
        left * pace);
  }
}
