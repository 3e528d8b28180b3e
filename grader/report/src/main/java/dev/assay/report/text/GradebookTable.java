package dev.assay.report.text;

import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.commons.text.Printable;
import dev.assay.commons.text.TextTable;
import dev.assay.commons.text.TextTable.Column;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The gradebook of a class as a table: a line a student, then what its signs mean. */
public final class GradebookTable {
  private static final int SHORTEST_NAME = 10;
  private static final int SHORTEST_PROBLEM = 6;
  private static final int DIGITS = 2;

  private final Catalogue texts;
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

  /** A sign in a cell that the legend explains. */
  private enum Mark {
    HAND,
    LATE,
    MISSING,
    PENDING
  }

  private GradebookTable(Catalogue texts) {
    this.texts = texts;
  }

  /**
   * Renders a gradebook.
   *
   * @param columns how wide a line may be; a table that is too wide gives way to paragraphs
   * @return lines without control characters
   */
  public static List<String> lines(Gradebook gradebook, int columns, Catalogue texts) {
    return new GradebookTable(texts).of(gradebook, columns);
  }

  private List<String> of(Gradebook gradebook, int columns) {
    if (gradebook.rows().isEmpty()) {
      return List.of(texts.say(TerminalCode.GRADES_NOBODY));
    }
    List<Column> header = new ArrayList<>();
    header.add(Column.left(header("STUDENT")).cutTo(SHORTEST_NAME));
    for (GradedProblem problem : gradebook.problems()) {
      header.add(Column.right(Printable.line(problem.id())).cutTo(SHORTEST_PROBLEM));
    }
    header.add(Column.right(header("TOTAL")));
    header.add(Column.left(header("PASSED")));
    TextTable table = new TextTable(header, 2);
    gradebook.rows().forEach(row -> table.add(cells(gradebook, row)));
    List<String> lines = new ArrayList<>(table.linesOrParagraphs(columns));
    marks.forEach(mark -> lines.add(texts.say(TerminalCode.GRADES_LEGEND, "mark", mark)));
    lines.addAll(Paragraph.wrap("", 2, summary(gradebook), columns));
    return lines;
  }

  private String header(String column) {
    return texts.say(TerminalCode.GRADES_HEADER, "column", column);
  }

  private List<String> cells(Gradebook gradebook, GradebookRow row) {
    List<String> cells = new ArrayList<>();
    String id = row.student().id();
    String name = row.student().name();
    cells.add(name.equals(id) ? id : name + " (" + id + ")");
    row.grades().forEach(grade -> cells.add(cell(grade)));
    cells.add(total(gradebook, row) + " %");
    String passed = !gradebook.isComplete(row) ? "OPEN" : gradebook.passed(row) ? "YES" : "NO";
    cells.add(texts.say(TerminalCode.GRADES_PASSED, "passed", passed));
    return cells;
  }

  /** A total that is never rounded up to the pass mark. */
  private static String total(Gradebook gradebook, GradebookRow row) {
    double total = gradebook.total(row);
    boolean seemsPassed = Math.round(total * 100) >= Math.round(gradebook.passMark() * 100);
    return number(
        seemsPassed && gradebook.isComplete(row) && !gradebook.passed(row)
            ? Math.floor(total * 100) / 100
            : total);
  }

  private String cell(ProblemGrade grade) {
    if (grade.state() == GradeState.MISSING) {
      marks.add(Mark.MISSING);
    } else if (grade.state() == GradeState.PENDING) {
      marks.add(Mark.PENDING);
    }
    if (grade.state() != GradeState.GRADED) {
      return texts.say(TerminalCode.GRADES_CELL, "state", grade.state());
    }
    String points = number(grade.points());
    if (grade.override() != null) {
      marks.add(Mark.HAND);
      return points + "*";
    }
    if (grade.latePoints() > 0) {
      marks.add(Mark.LATE);
      return points + "L";
    }
    return points;
  }

  private String summary(Gradebook gradebook) {
    long open = gradebook.rows().stream().filter(row -> !gradebook.isComplete(row)).count();
    return texts.say(
        TerminalCode.GRADES_SUMMARY,
        "title",
        gradebook.title(),
        "students",
        gradebook.rows().size(),
        "passed",
        gradebook.rows().stream().filter(gradebook::passed).count(),
        "mark",
        gradebook.passMark(),
        "open",
        open);
  }

  /** Points in at most two digits after the point, without zeros at their end. */
  private static String number(double value) {
    String text = Numbers.decimal(value, DIGITS);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }
}
