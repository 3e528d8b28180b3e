package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.gradebook.GradedProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns of a file to fill in: by the header asked for, or by the problems' names. */
final class Targets {
  private final Layout layout;
  private final DelimitedText file;
  private final String name;

  Targets(Layout layout, DelimitedText file, String name) {
    this.layout = layout;
    this.file = file;
    this.name = name;
  }

  /**
   * Returns the column of each problem by the problem's index.
   *
   * @param notes told of problems without a column
   * @throws ExportException if there is no column at all, or it is not clear which
   */
  Map<Integer, Integer> of(ExportRequest request, List<Sentence> notes) throws ExportException {
    List<GradedProblem> problems = request.grades().problems();
    Optional<String> wanted = request.wantedColumn();
    if (wanted.isPresent()) {
      if (problems.size() != 1) {
        throw ExportException.of(ExportCode.EXPORT_TAKES_NO_COLUMN);
      }
      return Map.of(0, single(wanted.get(), wanted(wanted.get())));
    }
    Map<Integer, Integer> columns = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (int p = 0; p < problems.size(); p++) {
      String problem = problems.get(p).id();
      List<Integer> found = titled(problem);
      if (found.isEmpty()) {
        missing.add(problem);
      } else {
        columns.put(p, single(problem, found));
      }
    }
    if (columns.isEmpty()) {
      throw none(problems.stream().map(GradedProblem::id).toList());
    }
    if (!missing.isEmpty()) {
      notes.add(
          Sentence.of(ExportCode.EXPORT_PROBLEM_NO_COLUMN, "problems", missing, "file", name));
    }
    return columns;
  }

  private int single(String wanted, List<Integer> found) throws ExportException {
    if (found.isEmpty()) {
      throw none(List.of(wanted));
    }
    if (found.size() > 1) {
      throw ExportException.of(
          ExportCode.EXPORT_COLUMN_UNCLEAR,
          "file",
          name,
          "wanted",
          wanted,
          "headers",
          found.stream().map(file.header()::get).toList());
    }
    return found.get(0);
  }

  private ExportException none(List<String> wanted) {
    List<String> headers = new ArrayList<>();
    for (int column : all()) {
      headers.add(file.header().get(column));
    }
    return ExportException.of(
        ExportCode.EXPORT_NO_COLUMN,
        "file",
        name,
        "wanted",
        wanted,
        "some",
        headers.isEmpty() ? "none" : "some",
        "headers",
        headers);
  }

  /** The columns that may be filled in. */
  private List<Integer> all() {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < file.header().size(); column++) {
      if (layout.title(file, column).isPresent()) {
        columns.add(column);
      }
    }
    return columns;
  }

  private List<Integer> titled(String problem) {
    return all().stream()
        .filter(
            column ->
                layout
                    .title(file, column)
                    .filter(title -> layout.isFor(title, problem))
                    .isPresent())
        .toList();
  }

  /** Those with the whole header; where there is none, those with the title. */
  private List<Integer> wanted(String header) {
    List<Integer> exact =
        all().stream().filter(column -> file.header().get(column).equals(header)).toList();
    return exact.isEmpty() ? titled(header) : exact;
  }
}
