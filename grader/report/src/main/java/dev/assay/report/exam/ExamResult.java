package dev.assay.report.exam;

import dev.assay.commons.text.Numbers;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.checks.Components;
import java.time.Instant;
import java.util.List;

/**
 * What an exam came to.
 *
 * @param id of the exam
 * @param blueprint the id of its blueprint
 * @param title its name for people
 * @param started when it began, by the system's time
 * @param time what it took
 * @param terms how it was sat and scored
 * @param problems in the order of the exam
 * @param next what to practise next, a sentence each, the most important first
 */
public record ExamResult(
    String id,
    String blueprint,
    String title,
    Instant started,
    Time time,
    Terms terms,
    List<ExamProblem> problems,
    List<Sentence> next) {
  /** Checks and copies the components. */
  public ExamResult {
    Components.text("id", id);
    Components.text("blueprint", blueprint);
    Components.text("title", title);
    problems = Components.list("problems", problems);
    next = Components.list("next", next);
  }

  /**
   * The time of an exam.
   *
   * @param minutes until its deadline
   * @param elapsedSeconds what had passed at its end, pauses left out
   * @param ending how it ended: {@code FINISHED} or {@code DEADLINE}; {@code OPEN} while it goes on
   * @param movedSeconds how far the system's time was moved meanwhile, which is not counted
   */
  public record Time(int minutes, double elapsedSeconds, String ending, double movedSeconds) {}

  /**
   * How an exam was sat and scored.
   *
   * @param seed that drew the problems
   * @param passMark the share of all points from which it is passed, in per cent
   * @param disclosure what attempts told: {@code EACH}, {@code VERDICT} or {@code BLIND}
   * @param hidden where the hidden examples come from: {@code PUBLISHED}, {@code FRESH} or {@code
   *     SEALED}
   * @param publicPercent the share of the hidden examples that attempts were scored on
   * @param rule how repeats became a result: {@code ONE}, {@code MAJORITY} or {@code ALL}
   * @param repeats gradings of each attempt
   */
  public record Terms(
      long seed,
      double passMark,
      String disclosure,
      String hidden,
      int publicPercent,
      String rule,
      int repeats) {}

  /** The total in per cent of all points, by the problems' weights. */
  public double total() {
    double reached = 0;
    double most = 0;
    for (ExamProblem problem : problems) {
      reached += problem.weight() * problem.points() / problem.maxPoints();
      most += problem.weight();
    }
    return most == 0 ? 0 : 100 * reached / most;
  }

  /** Whether the total meets the pass mark. */
  public boolean passed() {
    return total() >= terms.passMark() - 1e-9;
  }

  /** Tells the total, and whether it passes. */
  public Sentence heading() {
    return Sentence.of(
        TerminalCode.EXAM_TITLE,
        "title",
        title,
        "passed",
        passed(),
        "total",
        total(),
        "mark",
        terms.passMark());
  }

  /** Tells how the exam was sat and scored. */
  public Sentence conditions() {
    return Sentence.of(
        TerminalCode.EXAM_TERMS,
        "id",
        id,
        "ending",
        time.ending(),
        "elapsed",
        Numbers.time(time.elapsedSeconds()),
        "minutes",
        time.minutes(),
        "hidden",
        terms.hidden(),
        "percent",
        terms.publicPercent(),
        "rule",
        terms.rule(),
        "repeats",
        terms.repeats());
  }
}
