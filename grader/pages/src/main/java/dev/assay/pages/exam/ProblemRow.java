package dev.assay.pages.exam;

import dev.assay.findings.PageCode;
import dev.assay.pages.PageTexts;
import dev.assay.report.Verdict;
import dev.assay.report.exam.ExamAttempt;
import dev.assay.report.exam.ExamProblem;
import dev.assay.report.exam.PartScore;
import dev.assay.report.score.MetricText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the table of an exam.
 *
 * @param problem its id
 * @param category the part of the exam that it was drawn for
 * @param attempts used of those allowed
 * @param points reached of the most there are
 * @param score with its interval
 * @param time that was spent
 * @param findings the codes of what was noticed
 * @param rows its attempts
 */
public record ProblemRow(
    String problem,
    String category,
    String attempts,
    String points,
    String score,
    String time,
    List<String> findings,
    List<AttemptRow> rows) {
  /**
   * An attempt.
   *
   * @param number of all submissions to the problem
   * @param arrived the time of the exam when it arrived
   * @param verdict for people
   * @param style of the verdict
   * @param shown the public score
   * @param released whether the public score was a new one
   * @param counts whether the final score is its
   */
  public record AttemptRow(
      int number,
      String arrived,
      String verdict,
      String style,
      String shown,
      String released,
      boolean counts) {}

  /** Copies the lists. */
  public ProblemRow {
    findings = List.copyOf(findings);
    rows = List.copyOf(rows);
  }

  static ProblemRow of(ExamProblem problem, PageTexts texts) {
    return new ProblemRow(
        problem.problem(),
        problem.category(),
        problem.used() + "/" + problem.allowed(),
        problem.points() + "/" + problem.maxPoints(),
        score(problem.score(), texts),
        problem.attempts().isEmpty() ? PageTexts.NONE : texts.time(problem.seconds()),
        problem.findings(),
        problem.attempts().stream().map(attempt -> row(problem, attempt, texts)).toList());
  }

  private static String score(@Nullable PartScore score, PageTexts texts) {
    if (score == null) {
      return PageTexts.NONE;
    }
    String value = texts.fixed(score.value());
    return score.interval() == null ? value : value + " " + MetricText.interval(score.interval());
  }

  private static AttemptRow row(ExamProblem problem, ExamAttempt attempt, PageTexts texts) {
    Verdict verdict = attempt.verdict();
    PartScore shown = attempt.shown();
    Integer best = problem.best();
    return new AttemptRow(
        attempt.number(),
        texts.time(attempt.arrivedSeconds()),
        verdict == null ? PageTexts.NONE : texts.verdict(verdict),
        verdict == null ? "pending" : verdict.name().toLowerCase(Locale.ROOT),
        shown == null
            ? PageTexts.NONE
            : shown.points() + "/" + shown.maxPoints() + ", " + texts.fixed(shown.value()),
        texts.say(PageCode.PAGE_EXAM_RELEASED, "released", attempt.released()),
        best != null && best == attempt.number());
  }
}
