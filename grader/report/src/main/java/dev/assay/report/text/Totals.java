package dev.assay.report.text;

import dev.assay.commons.text.Numbers;
import dev.assay.findings.Catalogue;
import dev.assay.findings.NoteCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The line under the summary: {@code 5 of 5 passed, 25 of 25 points, 1 min 32 s}. */
final class Totals {

  private Totals() {}

  /** Answers we failed to grade are counted apart: they cost no candidate a point. */
  static String line(List<GradeReport> reports, Duration elapsed, Catalogue texts) {
    List<Judgement> graded =
        reports.stream()
            .map(GradeReport::judgement)
            .filter(judgement -> judgement.verdict().countsAgainstCandidate())
            .toList();
    List<String> parts = new ArrayList<>();
    long passed = graded.stream().filter(j -> j.verdict() == Verdict.PASSED).count();
    parts.add(texts.say(NoteCode.PASSED_OF, "passed", passed, "graded", graded.size()));
    int points = graded.stream().mapToInt(Judgement::points).sum();
    int maxPoints = graded.stream().mapToInt(Judgement::maxPoints).sum();
    parts.add(texts.say(NoteCode.POINTS_OF, "points", points, "most", maxPoints));
    int ungraded = reports.size() - graded.size();
    if (ungraded > 0) {
      parts.add(texts.say(NoteCode.NOT_GRADED, "count", ungraded));
    }
    parts.add(Numbers.time(elapsed.toMillis() / 1000.0));
    return String.join(", ", parts);
  }
}
