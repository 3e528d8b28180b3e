package dev.assay.run;

import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.training.FitPlan;
import dev.assay.report.HistoryCsv;
import dev.assay.report.Verdict;
import java.io.IOException;

/** The CSV file that an answer's plan may ask for. */
final class HistoryFile {
  private HistoryFile() {}

  /**
   * Writes the epochs so far, also of a training that failed.
   *
   * @throws Fault a GRADER_ERROR when the file cannot be written
   */
  static void write(Evidence evidence, RunFiles files) throws Fault {
    FitPlan plan = evidence.model().fit();
    CSVLogger logger = plan.callback(CSVLogger.class).orElse(null);
    if (logger == null || evidence.history().isEmpty()) {
      return;
    }
    HistoryCsv csv =
        new HistoryCsv(logger.separator().charAt(0), logger.append(), plan.changesLearningRate());
    try {
      csv.write(Summaries.history(evidence.history()), files.named(logger.filename()));
    } catch (IOException e) {
      throw new Fault(
          Verdict.GRADER_ERROR, "The history cannot be written: " + String.valueOf(e.getMessage()));
    }
  }
}
