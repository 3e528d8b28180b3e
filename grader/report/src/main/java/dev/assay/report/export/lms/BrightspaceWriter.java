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

/**
 * The format {@code brightspace}: fills in the CSV file exported from Brightspace's grades.
 *
 * <p>Students stand there by their {@code OrgDefinedId}, {@code Username} or both, before which
 * Brightspace puts a number sign; items by the header {@code NAME Points Grade}.
 */
public final class BrightspaceWriter implements ReportWriter, Layout {
  private static final Pattern ITEM =
      Pattern.compile("(.+) Points Grade(?:\\s*<.*>)?", Pattern.DOTALL);

  private static final Pattern MAXIMUM = Pattern.compile("MaxPoints:\\s*([\\d.,]+)");

  @Override
  public String format() {
    return "brightspace";
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
    return "brightspace.csv";
  }

  @Override
  public Export write(ExportRequest request) throws ExportException {
    return Merge.of(this, request, fileName());
  }

  @Override
  public List<Key> keys(DelimitedText file, String name, List<GradebookRow> rows)
      throws ExportException {
    List<String> header = file.header();
    Optional<Integer> id = Headers.column(header, "Org ?Defined ?ID");
    Optional<Integer> user = Headers.column(header, "Username");
    Optional<Integer> end = Headers.column(header, "End-of-Line Indicator");
    if ((id.isEmpty() && user.isEmpty()) || end.isEmpty()) {
      throw ExportException.of(
          ExportCode.EXPORT_FILE_OTHER,
          "file",
          name,
          "format",
          format(),
          "columns",
          List.of("OrgDefinedId", "End-of-Line Indicator"));
    }
    List<Key> keys = new ArrayList<>();
    id.ifPresent(c -> keys.add(Key.of(row -> plain(row.value(c)), Names::sisIds, rows)));
    user.ifPresent(c -> keys.add(Key.of(row -> plain(row.value(c)), Names::logins, rows)));
    Headers.column(header, "Email")
        .ifPresent(c -> keys.add(Key.of(row -> row.value(c), Names::emails, rows)));
    Optional<Integer> first = Headers.column(header, "First Name");
    Optional<Integer> last = Headers.column(header, "Last Name");
    if (first.isPresent() && last.isPresent()) {
      keys.add(
          Key.of(row -> row.value(first.get()) + " " + row.value(last.get()), Names::names, rows));
    }
    return keys;
  }

  private static String plain(String id) {
    return id.startsWith("#") ? id.substring(1) : id;
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
