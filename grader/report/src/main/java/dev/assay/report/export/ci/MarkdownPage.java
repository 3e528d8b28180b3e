package dev.assay.report.export.ci;

import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.export.AnswerText;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Grades in GitHub Flavored Markdown: a table of the class, then what there is to say. */
final class MarkdownPage {
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~$-]");

  private final ExportRequest request;
  private final Catalogue texts;
  private final int maxBytes;

  /**
   * A page.
   *
   * @param maxBytes the most bytes of the page; lines at its end are left out where it has more
   */
  MarkdownPage(ExportRequest request, int maxBytes) {
    this.request = request;
    this.texts = request.texts();
    this.maxBytes = maxBytes;
  }

  /** Returns the page: the table, then the answers that did not pass, the worst first. */
  String text() {
    Gradebook grades = request.grades();
    List<String> lines = new ArrayList<>();
    lines.add("# " + escaped(grades.title()));
    lines.add("");
    lines.addAll(table(grades));
    List<String> remarks = remarks();
    if (!remarks.isEmpty()) {
      lines.add("");
      lines.add("## " + texts.say(ExportCode.EXPORT_REMARKS));
      lines.add("");
      lines.addAll(remarks);
    }
    return fitting(lines);
  }

  private List<String> table(Gradebook grades) {
    List<String> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(header("STUDENT")));
    for (GradedProblem problem : grades.problems()) {
      header.add(escaped(problem.id()) + " (" + Points.text(problem.maxPoints()) + ")");
    }
    header.add(header("TOTAL"));
    header.add(header("PASSED"));
    lines.add(row(header));
    lines.add("|---|" + "---:|".repeat(grades.problems().size() + 1) + "---|");
    for (GradebookRow student : grades.rows()) {
      List<String> cells = new ArrayList<>(List.of(escaped(student.student().name())));
      student.grades().forEach(grade -> cells.add(cell(grade)));
      cells.add(Points.total(grades, student).toPlainString() + " %");
      cells.add(texts.say(ExportCode.EXPORT_PASSED, "passed", passed(grades, student)));
      lines.add(row(cells));
    }
    return lines;
  }

  private String header(String column) {
    return texts.say(ExportCode.EXPORT_HEADER, "column", column);
  }

  private static String passed(Gradebook grades, GradebookRow row) {
    return grades.isComplete(row) ? String.valueOf(grades.passed(row)) : "none";
  }

  /** The points, or why there are none; a star where a person gave them. */
  private String cell(ProblemGrade grade) {
    String points =
        grade.state() == GradeState.GRADED
            ? Points.text(grade).orElse("")
            : Points.text(grade).map(text -> text + " ").orElse("")
                + "("
                + texts.say(ExportCode.EXPORT_STATE, "state", grade.state())
                + ")";
    return grade.override() == null ? points : points + " \\*";
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private List<String> remarks() {
    return Answer.worstFirst(request.grades()).stream()
        .filter(answer -> !isPlain(answer.grade()))
        .map(this::remark)
        .toList();
  }

  private static boolean isPlain(ProblemGrade grade) {
    GradeReport report = grade.report();
    return report == null
        ? grade.override() == null
        : report.verdict() == Verdict.PASSED && grade.override() == null && grade.latePoints() == 0;
  }

  private String remark(Answer answer) {
    List<String> parts = new ArrayList<>(List.of(AnswerText.message(answer.grade(), texts)));
    parts.addAll(AnswerText.changes(answer.grade(), texts));
    return "- **%s / %s**, %s: %s"
        .formatted(
            escaped(answer.row().student().name()),
            escaped(answer.problem().id()),
            escaped(AnswerText.verdict(answer.grade(), texts)),
            escaped(String.join(" ", parts)));
  }

  private String fitting(List<String> lines) {
    StringBuilder page = new StringBuilder();
    int room = maxBytes - 200;
    for (int i = 0; i < lines.size(); i++) {
      room -= lines.get(i).getBytes(StandardCharsets.UTF_8).length + 1;
      if (room < 0) {
        String more = texts.say(ExportCode.EXPORT_MORE_LINES, "count", lines.size() - i);
        return page.append('\n').append(more).append('\n').toString();
      }
      page.append(lines.get(i)).append('\n');
    }
    return page.toString();
  }

  /** A text of which Markdown and HTML make nothing but the same text. */
  static String escaped(String text) {
    String line = Printable.line(text);
    return MARKUP
        .matcher(line)
        .replaceAll("\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("://", ":&#47;&#47;")
        .replace("www.", "www&#46;");
  }
}
