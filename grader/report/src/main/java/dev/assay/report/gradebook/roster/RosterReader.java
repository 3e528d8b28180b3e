package dev.assay.report.gradebook.roster;

import dev.assay.findings.FaultCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of a class from a CSV table with a header.
 *
 * <p>Columns may come in any order and under the names that learning platforms and spreadsheets
 * give them, in English, German or Korean; others are ignored. Of id, login, SIS id and email the
 * first that a row has identifies the student. A row that identifies nobody, or somebody twice, is
 * left out and named by its line.
 */
public final class RosterReader {
  private static final long MAX_BYTES = 16L << 20;

  private final String file;
  private final List<Student> students = new ArrayList<>();
  private final List<Sentence> notes = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();

  private RosterReader(String file) {
    this.file = file;
  }

  /**
   * Reads a roster.
   *
   * @throws SentenceException if the file cannot be read, is no table, or has no column that
   *     identifies a student
   */
  public static Roster read(Path path) throws SentenceException {
    String name = path.toString();
    byte[] bytes;
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new SentenceException(
            Sentence.of(FaultCode.ROSTER_TOO_LARGE, "file", name, "limit", MAX_BYTES));
      }
      bytes = Files.readAllBytes(path);
    } catch (SentenceException e) {
      throw e;
    } catch (IOException e) {
      throw notRead(name, e);
    }
    return read(name, bytes);
  }

  /**
   * Reads a roster's bytes.
   *
   * @param name of the file, for messages
   * @throws SentenceException if they are no table, or no column identifies a student
   */
  public static Roster read(String name, byte[] bytes) throws SentenceException {
    String text = RosterText.decode(name, bytes);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(RosterText.delimiter(text))
            .setIgnoreEmptyLines(false)
            .get();
    RosterReader reader = new RosterReader(name);
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      reader.read(parser);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      if (e instanceof SentenceException known) {
        throw known;
      }
      throw notRead(name, e.getCause() instanceof IOException cause ? cause : e);
    }
    return new Roster(reader.students, reader.notes);
  }

  private static SentenceException notRead(String file, Exception e) {
    return new SentenceException(
        Sentence.of(
            FaultCode.ROSTER_NOT_READ,
            "file",
            file,
            "reason",
            e.getClass().getSimpleName() + ": " + e.getMessage()),
        e);
  }

  private void read(CSVParser parser) throws SentenceException {
    Iterator<CSVRecord> records = parser.iterator();
    List<String> header = records.hasNext() ? records.next().toList() : List.of();
    Map<RosterColumn, Integer> columns = RosterColumn.in(header);
    if (Stream.of(RosterColumn.ID, RosterColumn.LOGIN, RosterColumn.SIS_ID, RosterColumn.EMAIL)
        .noneMatch(columns::containsKey)) {
      throw new SentenceException(
          Sentence.of(FaultCode.ROSTER_WITHOUT_ID, "file", file, "columns", header));
    }
    long line = parser.getCurrentLineNumber() + 1;
    while (records.hasNext()) {
      CSVRecord row = records.next();
      add(new Row(row, columns), header.size(), line);
      line = parser.getCurrentLineNumber() + 1;
    }
  }

  private void add(Row row, int width, long line) {
    if (row.isBlank()) {
      return;
    }
    if (row.record.size() > width) {
      note(NoteCode.ROSTER_ROW_TOO_LONG, line, "values", row.record.size(), "columns", width);
      return;
    }
    String id = row.id();
    if (id == null) {
      note(NoteCode.ROSTER_ROW_WITHOUT_ID, line, "row", row.shown());
      return;
    }
    Long first = lines.putIfAbsent(StudentIndex.key(id), line);
    if (first != null) {
      note(NoteCode.ROSTER_ROW_REPEATED, line, "id", id, "first", first);
      return;
    }
    students.add(row.student(id));
  }

  private void note(NoteCode code, long line, Object... pairs) {
    List<Object> all = new ArrayList<>(List.of("file", file, "line", line));
    all.addAll(List.of(pairs));
    notes.add(Sentence.of(code, all.toArray()));
  }

  /** A row with its columns. */
  private record Row(CSVRecord record, Map<RosterColumn, Integer> columns) {
    private static final int SHOWN = 60;

    boolean isBlank() {
      return record.stream().allMatch(String::isBlank);
    }

    @Nullable String id() {
      return Stream.of(RosterColumn.ID, RosterColumn.LOGIN, RosterColumn.SIS_ID, RosterColumn.EMAIL)
          .map(this::value)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    Student student(String id) {
      String first = value(RosterColumn.FIRST_NAME);
      String last = value(RosterColumn.LAST_NAME);
      String name = value(RosterColumn.NAME);
      return new Student(
          id,
          name == null ? named(id, first, last) : name,
          first,
          last,
          value(RosterColumn.EMAIL),
          value(RosterColumn.LOGIN),
          value(RosterColumn.SIS_ID),
          value(RosterColumn.SECTION));
    }

    private static String named(String id, @Nullable String first, @Nullable String last) {
      if (first == null || last == null) {
        return first != null ? first : last != null ? last : id;
      }
      return StudentIndex.isKorean(last + first) ? last + first : first + " " + last;
    }

    /**
     * The value of a column, without what protects it from a spreadsheet; null where it is blank.
     */
    private @Nullable String value(RosterColumn column) {
      Integer place = columns.get(column);
      if (place == null || place >= record.size()) {
        return null;
      }
      String text = record.get(place).strip().replaceFirst("^=\"(.*)\"$", "$1");
      if (column == RosterColumn.LOGIN || column == RosterColumn.SIS_ID) {
        // Brightspace begins these with a sign.
        text = text.replaceFirst("^#", "");
      }
      return text.isBlank() ? null : text.strip();
    }

    String shown() {
      String text = String.join(", ", record.toList()).strip();
      return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }
  }
}
