package dev.assay.report.export.lms;

import dev.assay.report.export.ExportException;
import dev.assay.report.export.Points;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.List;
import java.util.Optional;

/** What the file of a learning platform looks like, and how that platform reads it. */
interface Layout {
  /** The name of the format, for messages. */
  String format();

  /**
   * The ways to find students, the surest first.
   *
   * @throws ExportException if the file is not that of the platform
   */
  List<Key> keys(DelimitedText file, String name, List<GradebookRow> rows) throws ExportException;

  /** Tells whether a row below the header is a student's. */
  default boolean isStudent(DelimitedText.Row row) {
    return true;
  }

  /** The title of the item that a column has grades of; empty where it may not be filled in. */
  Optional<String> title(DelimitedText file, int column);

  /** Tells whether a title is that of a problem: the same words, in whatever case. */
  default boolean isFor(String title, String problem) {
    return words(title).equals(words(problem));
  }

  /** A title in small letters, with blanks for hyphens: "Basic Regression" is basic-regression. */
  private static String words(String title) {
    return Names.normal(title).replace('-', ' ').replace('_', ' ');
  }

  /** The most points of a column, as a student's row or its header says; empty where none does. */
  Optional<Double> maximum(DelimitedText file, DelimitedText.Row row, int column);

  /** What to write for a grade; empty to leave the cell as it is. */
  default Optional<String> cell(ProblemGrade grade) {
    return Points.text(grade);
  }
}
