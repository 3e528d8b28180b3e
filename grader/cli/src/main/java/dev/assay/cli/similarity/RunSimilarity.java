package dev.assay.cli.similarity;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.results.RunReading;
import dev.assay.commons.files.WholeFile;
import dev.assay.findings.SentenceException;
import dev.assay.run.processes.Installation;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.similarity.Similarity;
import dev.assay.similarity.SimilarityJson;
import dev.assay.similarity.SimilarityReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What the answers of a run share.
 *
 * @param report the pairs and groups
 * @param document the same as JSON, as it was written into the run's folder
 * @param missing ids of answers whose sources were not found
 */
public record RunSimilarity(SimilarityReport report, String document, List<String> missing) {
  /** In a smaller class two that share a number may be half of those who needed one. */
  static final int LEAST_ANSWERS = 20;

  /**
   * Compares the answers and writes what they share into the run's folder.
   *
   * @param submissions what was graded; none to look where the results say
   * @param handedOut code that everybody was given, beside starters and reference answers
   * @throws SubmissionException if there is nothing at one of the paths
   */
  static RunSimilarity write(BatchFolder folder, List<Path> submissions, List<Path> handedOut)
      throws IOException, SubmissionException {
    RunReading reading = new RunReading(folder.path());
    return write(folder, ClassSources.read(folder, reading, submissions), handedOut);
  }

  private static RunSimilarity write(BatchFolder folder, ClassSources sources, List<Path> handedOut)
      throws IOException, SubmissionException {
    SimilarityReport report =
        Similarity.of(sources.answers(), HandedOutCode.read(Installation.current(), handedOut));
    String document = SimilarityJson.of(report);
    WholeFile.write(ClassSources.file(folder.path()), document.getBytes(StandardCharsets.UTF_8));
    return new RunSimilarity(report, document, sources.missing());
  }

  /**
   * Compares the answers of a class that was graded, where it is large enough to show what is rare
   * and its pages show names.
   *
   * @param reading of the folder
   * @throws IOException if results or sources cannot be read; the message names the file
   */
  public static void keep(BatchFolder folder, RunReading reading) throws IOException {
    long answers =
        reading.results().work().stream().filter(work -> !work.reports().isEmpty()).count();
    if (answers < LEAST_ANSWERS || reading.records().pseudonyms() != null) {
      return;
    }
    try {
      write(folder, ClassSources.read(folder, reading, List.of()), List.of());
    } catch (SubmissionException e) {
      throw new SentenceException(e.sentence());
    }
  }
}
