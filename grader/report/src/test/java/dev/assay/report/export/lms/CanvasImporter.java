package dev.assay.report.export.lms;

import dev.assay.report.export.ExportedFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A reader of gradebooks that decides as Canvas's importer does ({@code
 * lib/gradebook_importer.rb}): which columns are assignments, which rows are students, and whose.
 */
final class CanvasImporter {
  /** A student of the course. */
  record Person(int id, String sortableName, String sisId, String login) {}

  private static final Pattern NO_ASSIGNMENT =
      Pattern.compile(
          "Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade"
              + "|Override Score|Override Grade|Override Status");

  private static final Pattern TITLE_AND_ID = Pattern.compile("(.*) \\((\\d+)\\)", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.,]+%?");

  private final List<Person> course;
  private final Map<Integer, String> assignments;
  private final List<String> customColumns;

  /** What would be created anew. */
  final List<String> created = new ArrayList<>();

  /** Grades by student and assignment, without those in columns that are read only. */
  final Map<String, String> grades = new TreeMap<>();

  CanvasImporter(List<Person> course, Map<Integer, String> assignments, List<String> custom) {
    this.course = course;
    this.assignments = assignments;
    this.customColumns = custom;
  }

  void read(ExportedFile file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(file.text())).get();
    List<CSVRecord> rows = format.parse(new StringReader(file.text())).getRecords();
    List<String> header = rows.get(0).toList();
    int info = studentColumns(header);
    Map<Integer, Integer> columns = new LinkedHashMap<>();
    for (String title : header.subList(info, header.size())) {
      if (!NO_ASSIGNMENT.matcher(title).find()) {
        columns.put(assignment(title), header.indexOf(title));
      }
    }
    for (CSVRecord row : rows.subList(1, rows.size())) {
      List<String> cells = row.stream().map(CanvasImporter::converted).toList();
      if (cells.get(0).contains("Points Possible")) {
        columns.values().removeIf(column -> cells.get(column).matches("(?s).*read\\s+only.*"));
      } else if (!cells.stream()
          .allMatch(c -> c.matches("(?i)\\s*(Muted|Manual Posting.*)?\\s*"))) {
        String student = student(cells);
        columns.forEach((id, column) -> grades.put(student + "/" + id, cells.get(column).strip()));
      }
    }
  }

  /** Counts the cells of the first three lines, which must be equal. */
  private static char delimiter(String text) throws IOException {
    List<String> lines = text.lines().limit(3).toList();
    int best = 0;
    char delimiter = ',';
    for (char candidate : new char[] {',', ';'}) {
      List<Integer> widths = new ArrayList<>();
      for (String line : lines) {
        widths.add(width(line, candidate));
      }
      if (widths.stream().distinct().count() == 1 && widths.get(0) > best) {
        best = widths.get(0);
        delimiter = candidate;
      }
    }
    return delimiter;
  }

  /** The number of cells in a line; 0 where it cannot be read so. */
  private static int width(String line, char delimiter) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    try {
      return format.parse(new StringReader(line)).getRecords().get(0).size();
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  /** The last comma or point of a number is its decimal point; all others go. */
  private static String converted(String cell) {
    if (!NUMBER.matcher(cell).matches()) {
      return cell;
    }
    List<String> parts = new ArrayList<>(List.of(cell.split("[,.]")));
    String last = parts.remove(parts.size() - 1);
    return parts.isEmpty() ? last : String.join("", parts) + "." + last;
  }

  private int studentColumns(List<String> header) {
    if (header.size() < 4 || !header.get(0).contains("Student") || !header.get(1).contains("ID")) {
      throw new IllegalStateException("Invalid header row");
    }
    int columns = 3;
    if (header.get(2).matches("SIS\\s+Login\\s+ID")) {
      columns += 1;
    } else if (header.get(2).matches("SIS\\s+User\\s+ID")) {
      columns += 2;
    }
    if (!header.get(columns - 1).contains("Section")) {
      throw new IllegalStateException("Invalid header row");
    }
    return columns + (int) header.stream().filter(customColumns::contains).count();
  }

  private int assignment(String header) {
    Matcher matcher = TITLE_AND_ID.matcher(header);
    if (matcher.matches() && assignments.containsKey(Integer.valueOf(matcher.group(2)))) {
      return Integer.parseInt(matcher.group(2));
    }
    return assignments.entrySet().stream()
        .filter(entry -> entry.getValue().equals(header))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(
            () -> {
              created.add(header);
              return -created.size();
            });
  }

  private String student(List<String> row) {
    Stream<Person> byId =
        course.stream().filter(person -> String.valueOf(person.id()).equals(row.get(1)));
    Stream<Person> bySisId = course.stream().filter(person -> person.sisId().equals(row.get(2)));
    Stream<Person> byLogin = course.stream().filter(person -> person.login().equals(row.get(3)));
    Stream<Person> byName =
        course.stream().filter(person -> person.sortableName().equals(row.get(0)));
    return Stream.of(byId, bySisId, byLogin, byName)
        .flatMap(found -> found)
        .map(person -> String.valueOf(person.id()))
        .findFirst()
        .orElseGet(
            () -> {
              created.add(row.get(0));
              return row.get(0);
            });
  }
}
