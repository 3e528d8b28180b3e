package dev.assay.run;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.report.CheckedAnswer;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.audit.BuiltIn;
import dev.assay.run.diagnosing.ProbeSummary;
import dev.assay.run.grading.Stop;
import dev.assay.run.record.Accepted;
import dev.assay.run.record.Ending;
import dev.assay.run.reporting.ReportMapper;
import dev.assay.run.submissions.Submission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking an answer without training gave.
 *
 * @param model null when it could not be built or was refused
 * @param probed what running the untrained model showed; null where it was not run
 * @param builtIn bytes of the numbers that the model brings along; 0 when there is none
 * @param findings what is worth knowing
 * @param verdict why it cannot be graded; null when it can
 * @param reasons the same in sentences; empty when it can
 * @param printed what the candidate's code printed, bounded; empty when nothing, or when the
 *     message tells it
 */
public record CheckReport(
    @Nullable CheckedModel model,
    @Nullable Sentence probed,
    long builtIn,
    List<Finding> findings,
    @Nullable Verdict verdict,
    List<Sentence> reasons,
    String printed) {
  /** The reasons in English; empty when it can be graded. */
  public String message() {
    return message(Catalogue.english());
  }

  /** The reasons in the catalogue's language; empty when it can be graded. */
  public String message(Catalogue texts) {
    return Sentence.text(reasons, texts);
  }

  /** The report on a model that is accepted. */
  static CheckReport of(
      Accepted accepted,
      List<Finding> found,
      @Nullable ModelMeasurement measurement,
      BuiltIn numbers,
      String printed) {
    List<Finding> findings = new ArrayList<>(found);
    if (numbers.isLarge()) {
      findings.add(numbers.finding());
    }
    BuiltModel model = accepted.model();
    return new CheckReport(
        new CheckedModel(model.manifest(), model.flops()),
        measurement == null ? null : ProbeSummary.of(measurement),
        accepted.inspected().builtInBytes(),
        findings,
        null,
        List.of(),
        printed);
  }

  /** The report on an answer that cannot be graded. */
  static CheckReport of(Ending ending, String printed) {
    Stop stop =
        ending instanceof Ending.Stopped stopped
            ? stopped.stop()
            : new Stop(Verdict.GRADER_ERROR, ((Ending.GraderError) ending).reasons(), List.of());
    return refused(stop, unquoted(printed, stop));
  }

  /** The report on an answer that ended early. */
  static CheckReport refused(Stop stop, String printed) {
    return new CheckReport(null, null, 0, stop.findings(), stop.verdict(), stop.reasons(), printed);
  }

  /** The printed text, unless the message ends with it. */
  private static String unquoted(String printed, Stop stop) {
    String end = printed.strip();
    String last = end.substring(end.lastIndexOf('\n') + 1);
    return stop.message().strip().endsWith(last) ? "" : printed;
  }

  /**
   * The report as {@code assay check --json} prints it.
   *
   * @param submission what was checked
   * @param problem its id, or {@link GradeReport#NO_PROBLEM} where the submission answers none
   */
  public CheckedAnswer of(Submission submission, String problem) {
    return new CheckedAnswer(
        ReportMapper.submission(submission),
        problem,
        verdict,
        reasons,
        findings,
        model == null ? null : ReportMapper.model(model.manifest(), model.flops(), builtIn));
  }
}
