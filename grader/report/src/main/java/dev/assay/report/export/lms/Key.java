package dev.assay.report.export.lms;

import dev.assay.report.gradebook.GradebookRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One way to find the student of a row in a file. */
final class Key {
  private final Function<DelimitedText.Row, String> inFile;
  private final Map<String, Set<GradebookRow>> students = new HashMap<>();

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
          .forEach(
              name ->
                  key.students
                      .computeIfAbsent(
                          name, n -> Collections.newSetFromMap(new IdentityHashMap<>()))
                      .add(row));
    }
    return key;
  }

  /** Returns the students that the row may be; more than one where that is not clear. */
  List<GradebookRow> find(DelimitedText.Row row) {
    String name = Names.normal(inFile.apply(row));
    return name.isEmpty() ? List.of() : new ArrayList<>(students.getOrDefault(name, Set.of()));
  }
}
