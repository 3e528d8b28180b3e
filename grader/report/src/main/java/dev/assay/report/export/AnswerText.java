package dev.assay.report.export;

import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.findings.Finding;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a grade in every format that has room for text: the same words as on screen. */
public final class AnswerText {
  /** The longest text of one answer, in characters; a platform takes a megabyte for a student. */
  private static final int MAX_TEXT = 20_000;

  private AnswerText() {}

  /** The verdict in one or two words, or why there is none. */
  public static String verdict(ProblemGrade grade, Catalogue texts) {
    GradeReport report = grade.report();
    return report == null
        ? texts.say(ExportCode.EXPORT_STATE, "state", grade.state())
        : texts.say(TerminalCode.VERDICT_NAME, "verdict", report.verdict());
  }

  /** The verdict's sentences on one line; for a grade without a result, why there is none. */
  public static String message(ProblemGrade grade, Catalogue texts) {
    GradeReport report = grade.report();
    String text = report == null ? verdict(grade, texts) : report.judgement().message(texts);
    return Printable.line(text.replace('\n', ' ').strip());
  }

  /**
   * All there is to say, a paragraph a line: the verdict's sentences, what was taken off or given
   * by a person, the findings with what to do.
   *
   * @return lines free of control and hidden characters, joined by LF, at most 20000 characters
   */
  public static String whole(ProblemGrade grade, Catalogue texts) {
    List<String> lines = new ArrayList<>();
    GradeReport report = grade.report();
    lines.add(report == null ? verdict(grade, texts) : report.judgement().message(texts));
    lines.addAll(changes(grade, texts));
    if (report != null) {
      report.judgement().findings().forEach(finding -> lines.add(line(finding, texts)));
    }
    return cut(clean(String.join("\n", lines)), MAX_TEXT);
  }

  /** What a policy or a person changed in the grader's points; empty where nothing was. */
  public static List<String> changes(ProblemGrade grade, Catalogue texts) {
    List<String> lines = new ArrayList<>();
    if (grade.latePoints() > 0) {
      lines.add(
          texts.say(
              ExportCode.EXPORT_LATE,
              "points",
              Points.text(grade.latePoints()),
              "raw",
              Points.text(grade.rawPoints())));
    }
    if (grade.override() != null) {
      lines.add(
          texts.say(
              ExportCode.EXPORT_OVERRIDE,
              "points",
              Points.text(grade.override().points()),
              "by",
              grade.override().by(),
              "comment",
              grade.override().comment()));
    }
    return lines;
  }

  /** A finding on one line: its code, its message, what to do. */
  public static String line(Finding finding, Catalogue texts) {
    String advice = finding.advice(texts);
    String text = finding.code().name() + ": " + finding.message(texts);
    return advice == null ? text : text + " " + advice;
  }

  /** A text without control and hidden characters, but with its lines. */
  public static String clean(String text) {
    return text.lines().map(Printable::line).collect(Collectors.joining("\n"));
  }

  /** The beginning of a text; "..." stands for the rest. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "...";
  }
}
