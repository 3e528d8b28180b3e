package dev.assay.report.export.lms;

import dev.assay.report.gradebook.GradebookRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** One way to find the student of a row in a file. */
final class Key {
  private final Function<DelimitedText.Row, String> inFile;
  private final Map<String, List<GradebookRow>> students = new HashMap<>();

  private Key(Function<DelimitedText.Row, String> inFile) {
    this.inFile = inFile;
  }

  /**
   * A key.
   *
   * @param inFile reads it from a row of the file; blank where the row has none
   * @param ofStudent what it may be for a student
   * @param rows the students
   */
  static Key of(
      Function<DelimitedText.Row, String> inFile,
      Function<GradebookRow, Stream<String>> ofStudent,
      List<GradebookRow> rows) {
    Key key = new Key(inFile);
    for (GradebookRow row : rows) {
      ofStudent
          .apply(row)
          .map(Names::normal)
          .filter(name -> !name.isEmpty())
          .distinct()
          .forEach(name -> key.students.computeIfAbsent(name, n -> new ArrayList<>()).add(row));
    }
    return key;
  }

  /** Returns the students that the row may be, in the class's order; several if it is not clear. */
  List<GradebookRow> find(DelimitedText.Row row) {
    String name = Names.normal(inFile.apply(row));
    return name.isEmpty() ? List.of() : students.getOrDefault(name, List.of());
  }
}
