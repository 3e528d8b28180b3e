package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.report.Audit;
import dev.assay.report.Finding;
import dev.assay.report.Judgement;
import dev.assay.report.Metric;
import dev.assay.report.Verdict;
import dev.assay.run.audit.AuditFindings;
import dev.assay.run.audit.BuiltIn;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what large built-in numbers mean for a judgement: nothing but a warning, unless the
 * answer passes with few labels as well.
 *
 * @param audit trains and scores once more
 * @param clock takes the time of it
 */
record Auditor(FewLabelsAudit audit, Stopwatch clock, RunListener listener) {
  static final String STAGE = "audit";

  /**
   * The judgement with what was found of built-in numbers.
   *
   * @param numbers of the model, beside its hidden set
   * @throws Fault a CONTRACT_VIOLATION where the numbers are large and the answer passes with few
   *     labels; a GRADER_ERROR where that could not be tried
   */
  Judgement judge(
      Judgement judgement,
      Evidence evidence,
      PreparedData.Prepared data,
      BuiltIn numbers,
      RunFiles files)
      throws Fault, InterruptedException {
    boolean large = numbers.isLarge();
    boolean asked = audit.options().audit() || (large && isPublic(data.data()));
    if (judgement.verdict() != Verdict.PASSED || !asked) {
      return large ? with(judgement, "", numbers.finding()) : judgement;
    }
    listener.auditing();
    Audit result = clock.time(STAGE, () -> audit.run(evidence.model(), data, files));
    evidence.audited(result);
    Metric metric = evidence.scores().metric();
    if (large && result.passed()) {
      Finding violation = AuditFindings.violation(result, metric);
      throw new Fault(
          Verdict.CONTRACT_VIOLATION,
          "%s %s %s".formatted(violation.message(), numbers.message(), violation.advice()),
          List.of(violation, numbers.finding()));
    }
    if (large) {
      return with(judgement, " Note: " + numbers.message(), numbers.finding());
    }
    return result.passed() ? with(judgement, "", AuditFindings.note(result, metric)) : judgement;
  }

  /** Whether anybody can read the hidden labels: no instructor brought them. */
  private static boolean isPublic(Dataset data) {
    return data.entry().variant().indexOf('+') < 0;
  }

  /** Last: what decides the points comes first. */
  private static Judgement with(Judgement judgement, String note, Finding finding) {
    List<Finding> all = new ArrayList<>(judgement.findings());
    all.add(finding);
    return new Judgement(
        judgement.verdict(),
        judgement.message() + note,
        judgement.points(),
        judgement.maxPoints(),
        all);
  }
}
