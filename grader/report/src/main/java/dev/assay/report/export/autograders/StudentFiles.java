package dev.assay.report.export.autograders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.report.Verdict;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.export.FolderNames;
import dev.assay.report.export.LogCommands;
import dev.assay.report.export.Points;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Result files, one for each student who has a grade. */
final class StudentFiles {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private StudentFiles() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Whether a test passed: the verdict says so, or a person gave all points. */
  static boolean passed(GradedProblem problem, ProblemGrade grade) {
    return grade.override() == null
        ? grade.report() != null && grade.report().verdict() == Verdict.PASSED
        : grade.points() >= problem.maxPoints();
  }

  /** A document on several lines, ending with LF, in which nothing hides. */
  static String document(JsonNode node) {
    try {
      String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
      return LogCommands.inJson(Printable.escaped(json)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document on one line, ending with LF. */
  static String line(JsonNode node) {
    return LogCommands.inJson(Printable.escaped(node.toString())) + "\n";
  }

  /**
   * Writes a file for each student who has a grade: under this name if there is one student, and in
   * a folder of each student's name otherwise.
   *
   * @throws ExportException if no student has a grade
   */
  static Export of(ExportRequest request, String fileName, Function<GradebookRow, String> content)
      throws ExportException {
    List<GradebookRow> rows = request.grades().rows();
    FolderNames folders = new FolderNames();
    List<ExportedFile> files = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (GradebookRow row : rows) {
      String folder = folders.unique(row.student().id());
      if (row.grades().stream().noneMatch(grade -> Points.of(grade).isPresent())) {
        waiting.add(row.student().name());
      } else {
        String name = rows.size() == 1 ? fileName : folder + "/" + fileName;
        files.add(ExportedFile.of(name, content.apply(row)));
      }
    }
    if (files.isEmpty()) {
      throw ExportException.of(ExportCode.EXPORT_NO_GRADE);
    }
    return new Export(
        files,
        waiting.isEmpty()
            ? List.of()
            : List.of(
                Sentence.of(ExportCode.EXPORT_NO_FILE, "count", waiting.size(), "names", waiting)));
  }
}
