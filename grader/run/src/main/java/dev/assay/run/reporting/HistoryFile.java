package dev.assay.run.reporting;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.StoredModel;
import dev.assay.report.csv.HistoryCsv;
import dev.assay.run.grading.GraderException;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.record.TrainingHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Optional;

/** Writes the CSV file of the history that an answer's plan may ask for. */
public final class HistoryFile {
  private HistoryFile() {}

  /** Removes what an earlier grading wrote, which its model's plan names. */
  public static void remove(GradingFiles files) throws IOException {
    Optional<CSVLogger> logger = earlierPlan(files).flatMap(p -> p.callback(CSVLogger.class));
    if (logger.isPresent()) {
      Files.deleteIfExists(files.named(logger.get().filename()));
    }
  }

  private static Optional<FitPlan> earlierPlan(GradingFiles files) {
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
   * @throws GraderException when the file cannot be written
   */
  public static void write(FitPlan plan, List<TrainingHistory> trainings, GradingFiles files) {
    CSVLogger logger = plan.callback(CSVLogger.class).orElse(null);
    if (logger == null || trainings.isEmpty()) {
      return;
    }
    HistoryCsv csv =
        new HistoryCsv(logger.separator().charAt(0), logger.append(), plan.changesLearningRate());
    try {
      csv.write(ReportMapper.history(trainings), files.named(logger.filename()));
    } catch (IOException e) {
      throw new GraderException(
          Sentence.of(FaultCode.HISTORY_NOT_WRITTEN, "reason", SentenceException.of(e)));
    }
  }
}
