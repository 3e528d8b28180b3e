package dev.assay.run.export;

import dev.assay.datasets.files.Sha256;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.Digests;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Scores;
import dev.assay.run.grading.GradingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The model of an answer that was trained and scored, as its grading left it.
 *
 * @param files where it is
 * @param title "emil / iris"
 * @param weightsDigest SHA-256 of the weights that were scored
 * @param labels the classes' names; none where there are no classes
 */
public record GradedModel(
    GradingFiles files, String title, String weightsDigest, List<String> labels) {
  private static final String RESULT = "result.json";
  private static final int SHOWN = 5;

  /**
   * Finds the model of a result.
   *
   * @param result the folder of a result, or the result.json in it
   * @throws ExportException where there is none, or it was not trained to an end
   * @throws IOException where the graph is not the one that was graded
   */
  public static GradedModel of(Path result) throws ExportException, IOException {
    Path folder = result.endsWith(RESULT) ? result.resolveSibling("") : result;
    GradingFiles files = new GradingFiles(folder.toAbsolutePath().normalize());
    requireResult(result, files);
    GradeReport report = read(files.result());
    String title = report.submission().id() + " / " + report.problem();
    Digests digests = report.circumstances().provenance().digests();
    Scores scores = report.scores();
    if (scores == null || digests.weights() == null || digests.graph() == null) {
      throw new ExportException(
          Sentence.of(FaultCode.EXPORT_UNTRAINED, "answer", title, "verdict", report.verdict()));
    }
    requireFiles(files, title);
    requireGraph(files.graph(), digests.graph());
    return new GradedModel(files, title, digests.weights(), labels(scores.classification()));
  }

  private static List<String> labels(@Nullable Classification classification) {
    return classification == null ? List.of() : classification.classes();
  }

  private static void requireResult(Path given, GradingFiles files)
      throws ExportException, IOException {
    if (Files.isRegularFile(files.result())) {
      return;
    }
    List<String> below = Files.isDirectory(given) ? resultsBelow(given) : List.of();
    throw new ExportException(
        below.isEmpty()
            ? Sentence.of(FaultCode.EXPORT_NO_RESULT, "folder", given.toString())
            : Sentence.of(
                FaultCode.EXPORT_SEVERAL_RESULTS, "folder", given.toString(), "results", below));
  }

  private static List<String> resultsBelow(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, 3)) {
      return walk.filter(file -> file.endsWith(RESULT))
          .map(file -> file.resolveSibling("").toString())
          .sorted()
          .limit(SHOWN)
          .collect(Collectors.toList());
    }
  }

  private static GradeReport read(Path file) throws ExportException {
    try {
      return JsonReports.read(file);
    } catch (IOException e) {
      throw new ExportException(
          Sentence.of(FaultCode.EXPORT_RESULT_NOT_READ, "reason", SentenceException.of(e)));
    }
  }

  private static void requireFiles(GradingFiles files, String title) throws ExportException {
    for (Path file : List.of(files.graph(), files.model(), files.weights())) {
      if (!Files.isRegularFile(file)) {
        throw new ExportException(
            Sentence.of(FaultCode.EXPORT_FILE_MISSING, "answer", title, "file", file.toString()));
      }
    }
  }

  private static void requireGraph(Path file, String recorded) throws IOException {
    String found = Sha256.ofFile(file);
    if (!found.equals(recorded)) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.EXPORT_GRAPH_CHANGED,
              "file",
              file.toString(),
              "found",
              found,
              "recorded",
              recorded));
    }
  }
}
