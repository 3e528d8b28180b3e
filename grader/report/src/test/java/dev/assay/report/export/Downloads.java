package dev.assay.report.export;

import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files as learning platforms write them for a class, with columns and rows of others. */
public final class Downloads {
  private Downloads() {}

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String cell(String cell) {
    return cell.matches("(?s).*[\",;\n\r].*") ? quoted(cell) : cell;
  }

  private static String line(List<String> cells, String delimiter, String end) {
    return cells.stream().map(Downloads::cell).collect(Collectors.joining(delimiter)) + end;
  }

  private static DownloadedFile file(String name, String text, Charset charset) {
    return DownloadedFile.decode(name, text.getBytes(charset));
  }

  /** The id that Canvas has for a student; nobody else knows it. */
  public static int canvasId(int i) {
    return 70_000 + i;
  }

  /** Canvas: commas, LF, a row of points possible, a test student, read-only columns. */
  public static DownloadedFile canvas(Gradebook grades, String delimiter) {
    return canvas(grades, delimiter, grade -> "");
  }

  /** The same file with grades in it. */
  public static DownloadedFile canvas(
      Gradebook grades, String delimiter, Function<ProblemGrade, String> grade) {
    List<String> header =
        new ArrayList<>(
            List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Notes"));
    List<String> possible = new ArrayList<>(List.of("    Points Possible", "", "", "", "", ""));
    int id = 400;
    for (GradedProblem problem : grades.problems()) {
      header.add(problem.id() + " (" + ++id + ")");
      possible.add(String.format(Locale.ROOT, "%.2f", problem.maxPoints()));
    }
    header.addAll(List.of("Essay (999)", "Current Score", "Final Score"));
    possible.addAll(List.of("20.00", "(read only)", "(read only)"));
    StringBuilder text = new StringBuilder(line(header, delimiter, "\n"));
    text.append(line(possible, delimiter, "\n"));
    int number = 0;
    for (GradebookRow row : grades.rows()) {
      Student student = row.student();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  student.lastName() + ", " + student.firstName(),
                  String.valueOf(canvasId(number++)),
                  String.valueOf(student.sisId()),
                  String.valueOf(student.login()),
                  "A; B and C",
                  "note, kept"));
      row.grades().forEach(each -> cells.add(grade.apply(each)));
      cells.addAll(List.of("17.5", "88.1", "88.1"));
      text.append(line(cells, delimiter, "\n"));
    }
    List<String> test = new ArrayList<>(List.of("Student, Test", "1", "", "abc", "A", ""));
    header.subList(6, header.size()).forEach(column -> test.add(""));
    text.append(line(test, delimiter, "\n"));
    return file("canvas.csv", text.toString(), StandardCharsets.UTF_8);
  }

  /** Moodle: the worksheet of one assignment, with a byte order mark and all cells in quotes. */
  public static DownloadedFile moodle(Gradebook grades, double maximum) {
    return moodle(grades, maximum, grade -> "");
  }

  /** The same file with grades in it. */
  public static DownloadedFile moodle(
      Gradebook grades, double maximum, Function<ProblemGrade, String> grade) {
    StringBuilder text =
        new StringBuilder(
            "\uFEFFIdentifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum grade\","
                + "\"Grade can be changed\",\"Last modified (submission)\","
                + "\"Last modified (grade)\",\"Feedback comments\"\n");
    int number = 0;
    for (GradebookRow row : grades.rows()) {
      Student student = row.student();
      text.append("\"Participant ").append(5000 + number++).append("\",");
      text.append(quoted(student.name())).append(',');
      text.append(student.email()).append(",\"Submitted for grading - \",");
      text.append(grade.apply(row.grades().get(0))).append(',');
      text.append(String.format(Locale.ROOT, "%.2f", maximum)).append(",Yes,");
      text.append("\"Monday, 30 November 2026, 9:30 AM\",-,\"<p>old</p>\"\n");
    }
    text.append("\"Participant 1\",\"Nobody\",nobody@example.org,No,,5.00,Yes,-,-,\n");
    return file("moodle.csv", text.toString(), StandardCharsets.UTF_8);
  }

  /** Blackboard: UTF-16 with tabs, all cells in quotes, CR and LF. */
  public static DownloadedFile blackboard(Gradebook grades) {
    return blackboard(grades, grade -> "");
  }

  /** The same file with grades in it. */
  public static DownloadedFile blackboard(Gradebook grades, Function<ProblemGrade, String> grade) {
    List<String> header =
        new ArrayList<>(
            List.of("Last Name", "First Name", "Username", "Student ID", "Availability"));
    int id = 8000;
    for (GradedProblem problem : grades.problems()) {
      header.add(
          problem.id() + " [Total Pts: " + Points.text(problem.maxPoints()) + " Score] |" + ++id);
    }
    header.add("Essay [Total Pts: 20 Score] |1");
    StringBuilder text = new StringBuilder("\uFEFF");
    text.append(header.stream().map(Downloads::quoted).collect(Collectors.joining("\t")));
    text.append("\r\n");
    for (GradebookRow row : grades.rows()) {
      Student student = row.student();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  String.valueOf(student.lastName()),
                  String.valueOf(student.firstName()),
                  String.valueOf(student.login()),
                  String.valueOf(student.sisId()),
                  "Yes"));
      row.grades().forEach(each -> cells.add(grade.apply(each)));
      cells.add("12.00000");
      text.append(cells.stream().map(Downloads::quoted).collect(Collectors.joining("\t")));
      text.append("\r\n");
    }
    return file("gc.xls", text.toString(), StandardCharsets.UTF_16LE);
  }

  /** Brightspace: number signs before ids, the maximum in the header, a mark at the end. */
  public static DownloadedFile brightspace(Gradebook grades) {
    return brightspace(grades, grade -> "");
  }

  /** The same file with grades in it. */
  public static DownloadedFile brightspace(Gradebook grades, Function<ProblemGrade, String> grade) {
    List<String> header =
        new ArrayList<>(List.of("OrgDefinedId", "Username", "Last Name", "First Name", "Email"));
    for (GradedProblem problem : grades.problems()) {
      header.add(
          problem.id()
              + " Points Grade <Numeric MaxPoints:"
              + Points.text(problem.maxPoints())
              + " Weight:10>");
    }
    header.addAll(List.of("Essay Points Grade", "End-of-Line Indicator"));
    StringBuilder text = new StringBuilder(line(header, ",", "\r\n"));
    for (GradebookRow row : grades.rows()) {
      Student student = row.student();
      List<String> cells =
          new ArrayList<>(
              List.of(
                  "#" + student.sisId(),
                  "#" + student.login(),
                  String.valueOf(student.lastName()),
                  String.valueOf(student.firstName()),
                  String.valueOf(student.email())));
      row.grades().forEach(each -> cells.add(grade.apply(each)));
      cells.addAll(List.of("18", "#"));
      text.append(line(cells, ",", "\r\n"));
    }
    return file("brightspace.csv", text.toString(), StandardCharsets.UTF_8);
  }
}
