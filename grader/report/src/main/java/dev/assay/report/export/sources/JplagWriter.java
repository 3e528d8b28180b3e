package dev.assay.report.export.sources;

import dev.assay.findings.ExportCode;
import dev.assay.findings.Sentence;
import dev.assay.report.GradeReport;
import dev.assay.report.Submission;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ExportedFile;
import dev.assay.report.export.FolderNames;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.SubmissionSources;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The format {@code jplag}: the sources as JPlag reads them, a folder a student, which is the root
 * folder to give it.
 *
 * @see <a href="https://github.com/jplag/JPlag">JPlag</a>
 */
public final class JplagWriter implements ReportWriter {
  @Override
  public String format() {
    return "jplag";
  }

  @Override
  public Shape shape() {
    return Shape.FOLDER;
  }

  @Override
  public String fileName() {
    return "jplag";
  }

  @Override
  public Export write(ExportRequest request) throws IOException {
    FolderNames folders = new FolderNames();
    List<ExportedFile> files = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (GradebookRow row : request.grades().rows()) {
      List<ExportedFile> own = sources(folders.unique(row.student().id()), row, request.sources());
      files.addAll(own);
      if (own.isEmpty() && !row.submissions().isEmpty()) {
        lacking.add(row.student().name());
      }
    }
    if (files.isEmpty()) {
      throw ExportException.of(ExportCode.EXPORT_NO_SOURCES);
    }
    return new Export(
        files,
        lacking.isEmpty()
            ? List.of()
            : List.of(
                Sentence.of(
                    ExportCode.EXPORT_SOURCES_MISSING, "count", lacking.size(), "names", lacking)));
  }

  private static List<ExportedFile> sources(
      String folder, GradebookRow row, SubmissionSources sources) throws IOException {
    Map<String, Submission> submissions = new LinkedHashMap<>();
    for (ProblemGrade grade : row.grades()) {
      GradeReport report = grade.report();
      if (report != null) {
        submissions.put(report.submission().id(), report.submission());
      }
    }
    List<ExportedFile> files = new ArrayList<>();
    FolderNames inside = new FolderNames();
    for (Submission submission : submissions.values()) {
      String start =
          submissions.size() == 1 ? folder : folder + "/" + inside.unique(submission.id());
      Set<String> taken = new HashSet<>();
      for (SubmissionSources.Source source : sources.of(submission)) {
        files.add(ExportedFile.of(start + "/" + path(source.name(), taken), source.text()));
      }
    }
    return files;
  }

  /** The path of a source, each part safe; a second file of a name is in a folder of its own. */
  private static String path(String name, Set<String> taken) {
    String safe =
        Arrays.stream(name.split("/")).map(FolderNames::safe).collect(Collectors.joining("/"));
    String path = safe;
    for (int number = 2; !taken.add(path.toLowerCase(Locale.ROOT)); number++) {
      path = number + "/" + safe;
    }
    return path;
  }
}
