package dev.assay.cli.grade;

import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The submissions of a batch that are done, running and waiting, and the verdicts so far. */
final class BatchCounts {
  private final Catalogue texts;
  private final Set<String> running = new LinkedHashSet<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private int total;
  private int done;
  private int equal;

  /**
   * The counts of a batch that has not begun.
   *
   * @param texts the language
   */
  BatchCounts(Catalogue texts) {
    this.texts = texts;
  }

  synchronized void submissions(int count) {
    total = count;
  }

  synchronized void begins(String submission) {
    running.add(submission);
  }

  /** Records the results of a submission, which is done. */
  synchronized void ends(List<GradeReport> reports) {
    done++;
    for (GradeReport report : reports) {
      running.remove(report.submission().id());
      verdicts.merge(report.verdict(), 1, Integer::sum);
      equal += report.circumstances().fromEqualAnswer() ? 1 : 0;
    }
  }

  /** Returns whether there are several submissions, so that numbers tell something. */
  synchronized boolean areSeveral() {
    return total > 1;
  }

  /** Returns the numbers of submissions, and of results by verdict and of equal answers. */
  synchronized String line() {
    String counted =
        verdicts.entrySet().stream()
            .map(
                entry ->
                    texts.say(
                        TerminalCode.PROGRESS_VERDICT,
                        "count",
                        entry.getValue(),
                        "verdict",
                        texts.say(TerminalCode.VERDICT_NAME, "verdict", entry.getKey())))
            .collect(Collectors.joining(", "));
    if (equal > 0) {
      counted += ", " + texts.say(TerminalCode.PROGRESS_EQUAL, "count", equal);
    }
    return texts.say(
        TerminalCode.PROGRESS_COUNTS,
        "done",
        done,
        "running",
        running.size(),
        "waiting",
        Math.max(0, total - done - running.size()),
        "any",
        !counted.isEmpty(),
        "verdicts",
        counted);
  }

  /** Returns the names of the submissions that are running. */
  synchronized Optional<String> running() {
    return running.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.say(TerminalCode.PROGRESS_RUNNING, "submissions", List.copyOf(running)));
  }
}
