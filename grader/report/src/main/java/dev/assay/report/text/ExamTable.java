package dev.assay.report.text;

import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.TextTable;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.report.exam.ExamProblem;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.exam.PartScore;
import dev.assay.report.score.MetricText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an exam came to, as lines for a terminal. */
public final class ExamTable {
  private static final String NONE = "-";

  private final ExamResult exam;
  private final Catalogue texts;
  private final int width;

  private ExamTable(ExamResult exam, Catalogue texts, int width) {
    this.exam = exam;
    this.texts = texts;
    this.width = width;
  }

  /**
   * The lines of the whole report.
   *
   * @param width of a line
   */
  public static List<String> render(ExamResult exam, Catalogue texts, int width) {
    return new ExamTable(exam, texts, width).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    wrap(lines, exam.heading().text(texts));
    wrap(lines, exam.conditions().text(texts));
    if (exam.time().movedSeconds() > 0) {
      wrap(lines, say(TerminalCode.EXAM_CLOCK_MOVED, "time", time(exam.time().movedSeconds())));
    }
    lines.add("");
    lines.addAll(table());
    lines.add("");
    if (!exam.next().isEmpty()) {
      lines.add(say(TerminalCode.EXAM_NEXT));
      for (Sentence sentence : exam.next()) {
        lines.addAll(Paragraph.wrap("- ", 2, sentence.text(texts), width));
      }
    }
    return lines;
  }

  private void wrap(List<String> lines, String text) {
    lines.addAll(Paragraph.wrap("", 0, text, width));
  }

  private List<String> table() {
    TextTable table =
        new TextTable(
            TextTable.Column.left(head("PROBLEM")).cutTo(12),
            TextTable.Column.right(head("ATTEMPTS")),
            TextTable.Column.right(head("POINTS")),
            TextTable.Column.left(head("SCORE")),
            TextTable.Column.right(head("TIME")),
            TextTable.Column.left(head("FINDINGS")).cutTo(8));
    for (ExamProblem problem : exam.problems()) {
      table.add(
          problem.problem(),
          problem.used() + "/" + problem.allowed(),
          problem.points() + "/" + problem.maxPoints(),
          score(problem.score()),
          problem.attempts().isEmpty() ? NONE : time(problem.seconds()),
          problem.findings().isEmpty() ? NONE : String.join(", ", problem.findings()));
    }
    return table.linesOrParagraphs(width);
  }

  private static String score(@Nullable PartScore score) {
    if (score == null) {
      return NONE;
    }
    String value = Numbers.decimal(score.value(), 4);
    return score.interval() == null ? value : value + " " + MetricText.interval(score.interval());
  }

  private static String time(double seconds) {
    return Numbers.time(seconds);
  }

  private String head(String column) {
    return say(TerminalCode.EXAM_HEADER, "column", column);
  }

  private String say(TerminalCode code, Object... pairs) {
    return texts.say(code, pairs);
  }
}
