package dev.assay.run.audit;

import dev.assay.datasets.Dataset;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.Judgement;
import dev.assay.report.Verdict;
import dev.assay.report.model.Audit;
import dev.assay.report.score.Metric;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.Stop;
import dev.assay.run.record.Judged;
import dev.assay.run.record.Step;
import dev.assay.run.record.Stopwatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what large built-in numbers mean for a judgement: nothing but a warning, unless the
 * answer passes with few labels as well.
 *
 * @param audit trains and scores once more
 * @param clock takes the time of it
 */
public record Auditor(FewLabelsAudit audit, Stopwatch clock, GradingListener listener) {
  static final String STAGE = "audit";

  /**
   * Audits where that is due.
   *
   * @param numbers of the model, beside its hidden set
   * @param files of the grading; only read
   * @return the judgement with what was found of built-in numbers; a stop with CONTRACT_VIOLATION
   *     where the numbers are large and the answer passes with few labels
   * @throws GraderException where that could not be tried
   * @throws InterruptedException when the grader is ending
   */
  public Step<Judged> audit(Judged judged, BuiltIn numbers, GradingFiles files)
      throws InterruptedException {
    Dataset data = judged.scored().accepted().data().data();
    boolean large = numbers.isLarge();
    boolean asked = audit.options().audit() || (large && isPublic(data));
    if (judged.judgement().verdict() != Verdict.PASSED || !asked) {
      return Step.of(large ? with(judged, numbers.finding()) : judged);
    }
    listener.auditing();
    FewLabelsAudit.Audited result =
        clock.time(STAGE, () -> audit.run(judged.scored().accepted(), files));
    return decide(
        new Judged(
            judged.scored(),
            judged.judgement(),
            result.audit(),
            judged.auditing().and(result.processes())),
        result.audit(),
        numbers);
  }

  private static Step<Judged> decide(Judged audited, Audit result, BuiltIn numbers) {
    Metric metric = audited.scored().scores().metric();
    if (numbers.isLarge() && result.passed()) {
      Finding violation = AuditFindings.violation(result, metric);
      Stop stop =
          new Stop(
              Verdict.CONTRACT_VIOLATION,
              List.of(Sentence.of(violation), Sentence.of(numbers.finding())),
              List.of(violation, numbers.finding()));
      return Step.stop(stop, audited.progress());
    }
    if (numbers.isLarge()) {
      return Step.of(with(audited, numbers.finding()));
    }
    return Step.of(result.passed() ? with(audited, AuditFindings.note(result, metric)) : audited);
  }

  /** Tells whether anybody can read the hidden labels: no instructor brought them. */
  private static boolean isPublic(Dataset data) {
    return data.entry().variant().indexOf('+') < 0;
  }

  /** Last: what decides the points comes first. */
  private static Judged with(Judged judged, Finding finding) {
    Judgement judgement = judged.judgement();
    List<Finding> all = new ArrayList<>(judgement.findings());
    all.add(finding);
    List<Sentence> reasons = new ArrayList<>(judgement.reasons());
    if (judged.audit() != null && finding.code() == FindingCode.BUILT_IN_NUMBERS) {
      reasons.add(Sentence.of(VerdictCode.NOTE, "finding", finding.message()));
    }
    Judgement noted =
        new Judgement(judgement.verdict(), reasons, judgement.points(), judgement.maxPoints(), all);
    return new Judged(judged.scored(), noted, judged.audit(), judged.auditing());
  }
}
