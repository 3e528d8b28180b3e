package dev.assay.batch.scoring;

import dev.assay.batch.BatchFolder;
import dev.assay.datasets.DataStore;
import dev.assay.findings.SentenceException;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.rescoring.HiddenRows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the hidden examples that the results of a run were scored on, row by row. */
public final class HiddenExamples {
  private final ScoringData data;
  private final BatchFolder run;

  /**
   * The examples of a run.
   *
   * @param sealed the set that it was scored on, where that was sealed; null for the published part
   *     or one that was drawn for the run
   * @throws IOException if the seed of a part that was drawn for the run cannot be read
   */
  public HiddenExamples(
      Problems problems, DataStore store, BatchFolder run, @Nullable HiddenSet sealed)
      throws IOException {
    data = new ScoringData(problems, store, run, sealed);
    this.run = run;
  }

  /**
   * The examples of a result, with what was predicted of them.
   *
   * @throws SentenceException if they are not at hand, with the reason
   */
  public HiddenRows of(GradeReport report, Assignment assignment) throws SentenceException {
    GradingFiles files = new GradingFiles(run.answer(report.submission().id(), report.problem()));
    return HiddenRows.read(files, assignment, data.of(report, assignment.variant(), files));
  }
}
