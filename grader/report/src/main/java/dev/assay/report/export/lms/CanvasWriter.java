package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.Points;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The format {@code canvas}: fills in the gradebook that was exported from Canvas.
 *
 * <p>Canvas takes a column for an existing assignment only by the id in its header, and offers to
 * create a new assignment otherwise: only columns with an id are filled in.
 */
public final class CanvasWriter implements ReportWriter, Layout {
  private static final Pattern ASSIGNMENT = Pattern.compile("(.+) \\(\\d+\\)", Pattern.DOTALL);

  /** Headers with these are not assignments to Canvas, whatever else they say. */
  private static final Pattern COMPUTED =
      Pattern.compile("(Current|Final|Override) (Score|Points|Grade)|Override Status");

  private static final Pattern NO_STUDENT =
      Pattern.compile("\\s*(Muted|Manual Posting.*)?\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern READ_ONLY = Pattern.compile("read\\s+only");

  @Override
  public String format() {
    return "canvas";
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  @Override
  public Merging merging() {
    return Merging.REQUIRED;
  }

  @Override
  public String fileName() {
    return "canvas.csv";
  }

  @Override
  public Export write(ExportRequest request) throws ExportException {
    return Merge.of(this, request, fileName());
  }

  @Override
  public List<Key> keys(DelimitedText file, String name, List<GradebookRow> rows)
      throws ExportException {
    List<String> header = file.header();
    int names = names(header);
    if (names == 0 || section(header) < 0) {
      throw ExportException.of(
          ExportCode.EXPORT_FILE_OTHER,
          "file",
          name,
          "format",
          format(),
          "columns",
          List.of("Student", "ID", "Section"));
    }
    List<Key> keys = new ArrayList<>();
    Headers.column(header, "SIS\\s+User\\s+ID")
        .ifPresent(c -> keys.add(Key.of(row -> row.value(c), Names::sisIds, rows)));
    Headers.column(header, "SIS\\s+Login\\s+ID")
        .ifPresent(c -> keys.add(Key.of(row -> row.value(c), Names::logins, rows)));
    keys.add(Key.of(row -> row.value(names), Names::numbers, rows));
    keys.add(Key.of(row -> row.value(names), row -> Stream.of(row.student().id()), rows));
    keys.add(
        Key.of(
            row -> names == 1 ? row.value(0) : row.value(1) + " " + row.value(0),
            Names::names,
            rows));
    return keys;
  }

  /** The number of columns with the student's name, or 0 where this is no gradebook. */
  private static int names(List<String> header) {
    if (header.size() > 3 && header.get(0).contains("Student") && header.get(1).contains("ID")) {
      return 1;
    }
    boolean two =
        header.size() > 4
            && header.get(0).equals("LastName")
            && header.get(1).equals("FirstName")
            && header.get(2).contains("ID");
    return two ? 2 : 0;
  }

  private static int section(List<String> header) {
    return header.indexOf("Section");
  }

  @Override
  public boolean isStudent(DelimitedText.Row row) {
    return !isPointsPossible(row)
        && !row.values().stream().allMatch(cell -> NO_STUDENT.matcher(cell).matches());
  }

  private static boolean isPointsPossible(DelimitedText.Row row) {
    return row.value(0).contains("Points Possible");
  }

  @Override
  public Optional<String> title(DelimitedText file, int column) {
    List<String> header = file.header();
    Matcher assignment = ASSIGNMENT.matcher(header.get(column));
    boolean open =
        column > section(header)
            && assignment.matches()
            && !COMPUTED.matcher(header.get(column)).find()
            && header.indexOf(header.get(column)) == column
            && !READ_ONLY.matcher(possible(file, column)).find();
    return open ? Optional.of(assignment.group(1)) : Optional.empty();
  }

  private static String possible(DelimitedText file, int column) {
    return file.rows().stream()
        .filter(CanvasWriter::isPointsPossible)
        .findFirst()
        .map(row -> row.value(column))
        .orElse("");
  }

  @Override
  public Optional<Double> maximum(DelimitedText file, DelimitedText.Row row, int column) {
    return Headers.number(possible(file, column));
  }

  @Override
  public Optional<String> cell(ProblemGrade grade) {
    return grade.state() == GradeState.EXCUSED ? Optional.of("EX") : Points.text(grade);
  }
}
