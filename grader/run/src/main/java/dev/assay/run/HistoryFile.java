package dev.assay.run;

import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.training.FitPlan;
import dev.assay.report.HistoryCsv;
import dev.assay.report.Verdict;
import dev.assay.worker.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;

/** The CSV file that an answer's plan may ask for. */
final class HistoryFile {
  private HistoryFile() {}

  /** Removes what an earlier grading wrote, which its model's plan names. */
  static void remove(RunFiles files) throws IOException {
    Optional<CSVLogger> logger = earlierPlan(files).flatMap(p -> p.callback(CSVLogger.class));
    if (logger.isPresent()) {
      Files.deleteIfExists(files.named(logger.get().filename()));
    }
  }

  private static Optional<FitPlan> earlierPlan(RunFiles files) {
    try {
      return Files.isRegularFile(files.model(), LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(new StoredModel(files.graph(), files.model()).built().fit())
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // A model that was never accepted wrote no history.
      return Optional.empty();
    }
  }

  /**
   * Writes the epochs so far, also of a training that failed.
   *
   * @throws Fault a GRADER_ERROR when the file cannot be written
   */
  static void write(Evidence evidence, RunFiles files) throws Fault {
    FitPlan plan = evidence.model().fit();
    CSVLogger logger = plan.callback(CSVLogger.class).orElse(null);
    if (logger == null || evidence.runs().isEmpty()) {
      return;
    }
    HistoryCsv csv =
        new HistoryCsv(logger.separator().charAt(0), logger.append(), plan.changesLearningRate());
    try {
      csv.write(Summaries.history(evidence.runs()), files.named(logger.filename()));
    } catch (IOException e) {
      throw new Fault(
          Verdict.GRADER_ERROR, "The history cannot be written: " + String.valueOf(e.getMessage()));
    }
  }
}
