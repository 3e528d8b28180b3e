package dev.assay.report;

import dev.assay.commons.text.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The line under the summary: {@code 5 of 5 passed, 25 of 25 points, 1 min 32 s}. */
final class Totals {

  private Totals() {}

  /** Answers we failed to grade are counted apart: they cost no candidate a point. */
  static String line(List<GradeReport> reports, Duration elapsed) {
    List<Judgement> graded =
        reports.stream()
            .map(GradeReport::judgement)
            .filter(judgement -> judgement.verdict().countsAgainstCandidate())
            .toList();
    List<String> parts = new ArrayList<>();
    long passed = graded.stream().filter(j -> j.verdict() == Verdict.PASSED).count();
    parts.add(String.format(Locale.ROOT, "%d of %d passed", passed, graded.size()));
    int points = graded.stream().mapToInt(Judgement::points).sum();
    int maxPoints = graded.stream().mapToInt(Judgement::maxPoints).sum();
    parts.add(String.format(Locale.ROOT, "%d of %d points", points, maxPoints));
    int ungraded = reports.size() - graded.size();
    if (ungraded > 0) {
      parts.add(String.format(Locale.ROOT, "%d not graded for a fault of the grader", ungraded));
    }
    parts.add(Numbers.time(elapsed.toMillis() / 1000.0));
    return String.join(", ", parts);
  }
}
