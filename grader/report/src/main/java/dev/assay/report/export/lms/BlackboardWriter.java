package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.gradebook.GradebookRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The format {@code blackboard}: fills in the file downloaded from Blackboard's gradebook, which
 * may be UTF-16 with tabs and the ending .xls, or CSV.
 *
 * <p>Blackboard finds students by their user name, and columns by the id at the end of the header;
 * a header without one becomes a new text column that gives no points.
 */
public final class BlackboardWriter implements ReportWriter, Layout {
  private static final Pattern ITEM =
      Pattern.compile("(.+?)\\s*(?:\\[[^\\]]*\\])?\\s*\\|\\d+", Pattern.DOTALL);

  private static final Pattern MAXIMUM = Pattern.compile("\\[Total Pts: ([\\d.,]+)");

  /** Downloads name submissions after the assignment and the user name. */
  private static final Pattern USER = Pattern.compile("[^_]+_(.+)", Pattern.DOTALL);

  @Override
  public String format() {
    return "blackboard";
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
    return "blackboard.csv";
  }

  @Override
  public Export write(ExportRequest request) throws ExportException {
    return Merge.of(this, request, fileName());
  }

  @Override
  public List<Key> keys(DelimitedText file, String name, List<GradebookRow> rows)
      throws ExportException {
    List<String> header = file.header();
    Optional<Integer> user = Headers.column(header, "User ?name|사용자 이름|Benutzername");
    if (user.isEmpty()) {
      throw ExportException.of(
          ExportCode.EXPORT_FILE_OTHER,
          "file",
          name,
          "format",
          format(),
          "columns",
          List.of("Username"));
    }
    int column = user.get();
    List<Key> keys = new ArrayList<>();
    keys.add(Key.of(row -> row.value(column), Names::logins, rows));
    Headers.column(header, "Student ID")
        .ifPresent(c -> keys.add(Key.of(row -> row.value(c), Names::sisIds, rows)));
    keys.add(Key.of(row -> row.value(column), BlackboardWriter::submitters, rows));
    keys.add(Key.of(row -> (row.value(1) + " " + row.value(0)).strip(), Names::names, rows));
    return keys;
  }

  private static Stream<String> submitters(GradebookRow row) {
    return row.submissions().stream()
        .map(USER::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1));
  }

  @Override
  public Optional<String> title(DelimitedText file, int column) {
    Matcher item = ITEM.matcher(file.header().get(column).strip());
    return item.matches() ? Optional.of(item.group(1)) : Optional.empty();
  }

  @Override
  public Optional<Double> maximum(DelimitedText file, DelimitedText.Row row, int column) {
    return Headers.number(MAXIMUM, file.header().get(column));
  }
}
