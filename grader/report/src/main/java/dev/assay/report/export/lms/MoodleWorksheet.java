package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.report.export.ExportException;
import dev.assay.report.gradebook.GradebookRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The offline grading worksheet of one assignment in Moodle, in whatever language its headers are.
 *
 * <p>Students stand there as {@code Participant 123}, by a number that only the assignment has; the
 * names of the submissions in a download of the assignment end with the same number. Other columns
 * may have the e-mail address, the id number and the name.
 *
 * @param format the name of the format
 * @param column the header of the grades where it is asked for
 */
record MoodleWorksheet(String format, Optional<String> column) implements Layout {
  /** The header of the grades in English, German and Korean; in others it must be asked for. */
  private static final Set<String> GRADE = Set.of("Grade", "Bewertung", "성적");

  private static final Pattern PARTICIPANT = Pattern.compile(".*\\D(\\d+)", Pattern.DOTALL);
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  @Override
  public List<Key> keys(DelimitedText file, String name, List<GradebookRow> rows)
      throws ExportException {
    boolean other = file.rows().size() > 1 && participant(file.rows().get(1)).isEmpty();
    if (other || file.header().size() < 3) {
      throw ExportException.of(
          ExportCode.EXPORT_FILE_OTHER,
          "file",
          name,
          "format",
          format,
          "columns",
          List.of("Identifier", "Grade", "Last modified (grade)"));
    }
    List<Key> keys = new ArrayList<>();
    keys.add(Key.of(MoodleWorksheet::email, Names::emails, rows));
    Headers.column(file.header(), "ID number|ID-Nummer|Username|Anmeldename")
        .ifPresent(c -> keys.add(Key.of(row -> row.value(c), this::ids, rows)));
    keys.add(Key.of(MoodleWorksheet::participant, Names::numbers, rows));
    keys.add(Key.of(row -> row.value(1), Names::names, rows));
    return keys;
  }

  private Stream<String> ids(GradebookRow row) {
    return Stream.concat(Names.sisIds(row), Names.logins(row));
  }

  /** The number of the participant, who always stands in the first column. */
  private static String participant(DelimitedText.Row row) {
    Matcher participant = PARTICIPANT.matcher(row.value(0).strip());
    return participant.matches() ? participant.group(1) : "";
  }

  private static String email(DelimitedText.Row row) {
    return row.values().stream()
        .filter(cell -> EMAIL.matcher(cell.strip()).matches())
        .findFirst()
        .orElse("");
  }

  @Override
  public Optional<String> title(DelimitedText file, int at) {
    String header = file.header().get(at);
    boolean wanted = column.map(header::equals).orElse(GRADE.contains(header.strip()));
    return wanted ? Optional.of(header) : Optional.empty();
  }

  /** The grades are of one assignment, whatever it is called. */
  @Override
  public boolean isFor(String title, String problem) {
    return true;
  }

  @Override
  public Optional<Double> maximum(DelimitedText file, DelimitedText.Row row, int at) {
    return Headers.column(file.header(), "Maximum grade|Maximale Bewertung|Bestwertung")
        .flatMap(c -> Headers.number(row.value(c)));
  }
}
