package dev.assay.run;

import dev.assay.report.CheckedAnswer;
import dev.assay.report.Finding;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.submissions.Submission;
import dev.assay.worker.protocol.BuiltModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking an answer without training gave.
 *
 * @param model null when it could not be built or was refused
 * @param builtIn bytes of the numbers that the model brings along; 0 when there is none
 * @param findings what is worth knowing
 * @param verdict why it cannot be graded; null when it can
 * @param message the same in words; null when it can
 * @param printed what the candidate's code printed, bounded; empty when nothing, or when the
 *     message tells it
 */
public record CheckReport(
    @Nullable BuiltModel model,
    long builtIn,
    List<Finding> findings,
    @Nullable Verdict verdict,
    @Nullable String message,
    String printed) {
  /**
   * The report as {@code assay check --json} prints it.
   *
   * @param submission what was checked
   * @param problem its id, or {@link GradeReport#NO_PROBLEM} where the submission answers none
   */
  public CheckedAnswer of(Submission submission, String problem) {
    return new CheckedAnswer(
        Evidence.reported(submission),
        problem,
        verdict,
        message,
        findings,
        model == null ? null : Summaries.model(model, builtIn));
  }
}
