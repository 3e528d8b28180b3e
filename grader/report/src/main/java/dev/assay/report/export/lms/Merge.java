package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.report.export.DownloadedFile;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills grades into a file that was downloaded from a learning platform.
 *
 * <p>A row whose student is not clear stays as it is, as does a student that two rows may be: a
 * grade in the wrong row is worse than none.
 */
final class Merge {
  private final Layout layout;
  private final ExportRequest request;
  private final DownloadedFile download;
  private final List<Sentence> notes = new ArrayList<>();
  private final TreeSet<String> otherMaximum = new TreeSet<>();
  private int replaced;

  private Merge(Layout layout, ExportRequest request) {
    this.layout = layout;
    this.request = request;
    this.download = request.file();
  }

  /**
   * Fills in the request's file.
   *
   * @param fileName what the result is called
   * @throws ExportException if the file has no column for the grades, or no row for a student
   */
  static Export of(Layout layout, ExportRequest request, String fileName) throws ExportException {
    return new Merge(layout, request).export(fileName);
  }

  private Export export(String fileName) throws ExportException {
    DelimitedText file = DelimitedText.read(download);
    List<GradebookRow> students = request.grades().rows();
    List<Key> keys = layout.keys(file, download.name(), students);
    Map<Integer, Integer> targets = new Targets(layout, file, download.name()).of(request, notes);
    IdentityHashMap<GradebookRow, List<DelimitedText.Row>> found = found(file, keys);
    List<String> twice = new ArrayList<>();
    for (GradebookRow student : students) {
      List<DelimitedText.Row> rows = found.getOrDefault(student, List.of());
      if (rows.size() == 1) {
        fill(file, rows.get(0), student, targets);
      } else if (rows.size() > 1) {
        twice.add(student.student().name());
      }
    }
    note(ExportCode.EXPORT_ROW_UNCLEAR, twice);
    tell(students, found.keySet());
    return new Export(List.of(new ExportedFile(fileName, file.text(), download.charset())), notes);
  }

  private IdentityHashMap<GradebookRow, List<DelimitedText.Row>> found(
      DelimitedText file, List<Key> keys) throws ExportException {
    IdentityHashMap<GradebookRow, List<DelimitedText.Row>> found = new IdentityHashMap<>();
    List<String> unclear = new ArrayList<>();
    for (DelimitedText.Row row : file.rows().subList(1, file.rows().size())) {
      List<GradebookRow> students = layout.isStudent(row) ? students(row, keys) : List.of();
      if (students.size() == 1) {
        found.computeIfAbsent(students.get(0), student -> new ArrayList<>()).add(row);
      } else if (!students.isEmpty()) {
        unclear.add(students.get(0).student().name());
      }
    }
    if (found.isEmpty()) {
      throw ExportException.of(
          ExportCode.EXPORT_NOBODY_FOUND, "format", layout.format(), "file", download.name());
    }
    note(ExportCode.EXPORT_STUDENT_UNCLEAR, unclear);
    return found;
  }

  /** Returns whom the first key that finds any finds; where it finds several, the next decide. */
  private static List<GradebookRow> students(DelimitedText.Row row, List<Key> keys) {
    List<GradebookRow> students = List.of();
    for (Key key : keys) {
      List<GradebookRow> found = key.find(row);
      if (students.isEmpty()) {
        students = found;
      } else if (students.size() > 1) {
        List<GradebookRow> both = students.stream().filter(found::contains).toList();
        students = both.isEmpty() ? students : both;
      }
    }
    return students;
  }

  private void fill(
      DelimitedText file,
      DelimitedText.Row row,
      GradebookRow student,
      Map<Integer, Integer> targets) {
    targets.forEach(
        (problem, column) -> {
          ProblemGrade grade = student.grades().get(problem);
          Optional<String> cell = layout.cell(grade);
          if (cell.isEmpty()) {
            return;
          }
          double most = request.grades().problems().get(problem).maxPoints();
          if (layout.maximum(file, row, column).filter(max -> max != most).isPresent()) {
            otherMaximum.add(file.header().get(column));
          }
          String old = row.value(column).strip();
          if (!same(old, cell.get())) {
            replaced += old.isEmpty() || old.equals("-") ? 0 : 1;
            row.set(column, cell.get());
          }
        });
  }

  /** Whether a cell has the grade already, in whatever way the platform writes it. */
  private static boolean same(String old, String cell) {
    try {
      return new BigDecimal(old.replace(',', '.')).compareTo(new BigDecimal(cell)) == 0;
    } catch (NumberFormatException e) {
      return old.equals(cell);
    }
  }

  private void tell(List<GradebookRow> students, Set<GradebookRow> found) {
    Set<GradebookRow> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(found);
    note(
        ExportCode.EXPORT_NOT_IN_FILE,
        students.stream()
            .filter(row -> !known.contains(row))
            .map(row -> row.student().name())
            .toList());
    note(
        ExportCode.EXPORT_LEFT_OUT,
        students.stream()
            .filter(row -> row.grades().stream().anyMatch(Merge::isPending))
            .map(row -> row.student().name())
            .toList());
    otherMaximum.forEach(
        header -> notes.add(Sentence.of(ExportCode.EXPORT_OTHER_MAXIMUM, "column", header)));
    if (replaced > 0) {
      notes.add(Sentence.of(ExportCode.EXPORT_REPLACED, "count", replaced));
    }
  }

  private static boolean isPending(ProblemGrade grade) {
    return grade.state() == GradeState.PENDING;
  }

  private void note(ExportCode code, List<String> names) {
    if (!names.isEmpty()) {
      notes.add(Sentence.of(code, "count", names.size(), "names", names, "file", download.name()));
    }
  }
}
