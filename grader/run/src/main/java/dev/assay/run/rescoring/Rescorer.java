package dev.assay.run.rescoring;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.VerdictCode;
import dev.assay.problems.PassRule;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.StoredModel;
import dev.assay.report.Circumstances;
import dev.assay.report.Digests;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Provenance;
import dev.assay.report.Verdict;
import dev.assay.report.score.Scores;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.Stop;
import dev.assay.run.judging.Judge;
import dev.assay.run.judging.Scorer;
import dev.assay.run.judging.UntrainedScores;
import dev.assay.run.record.Step;
import dev.assay.run.reporting.ProvenanceBuilder;
import dev.assay.run.reporting.ReportMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges an answer again by the predictions that its grading kept.
 *
 * <p>What was found in the model and its training stays; verdict, points, scores and the data's
 * name are new. An answer that would have to be audited before it may pass is not judged.
 */
public final class Rescorer {
  /** Verdicts of predictions alone; any other was reached before or beside them. */
  private static final Set<String> OF_PREDICTIONS =
      Set.of(VerdictCode.PASSES_UNTRAINED.name(), VerdictCode.PREDICTION_NOT_FINITE.name());

  private final GradeReport old;
  private final Assignment assignment;
  private final Dataset data;

  private Rescorer(GradeReport old, Assignment assignment, Dataset data) {
    this.old = old;
    this.assignment = assignment;
    this.data = data;
  }

  /** Whether a result was reached by its predictions, so that other labels or rules change it. */
  public static boolean isScored(GradeReport report) {
    return report.verdict().scored()
        || report.judgement().reasons().stream()
            .anyMatch(reason -> OF_PREDICTIONS.contains(reason.code()));
  }

  /**
   * Scores an answer again.
   *
   * @param old its result
   * @param files of its grading; only read
   * @param assignment with the pass rule
   * @param data with the hidden labels, and the features that were predicted
   * @return the new result, which is equal to the old one where nothing changes
   * @throws SentenceException when that is not possible, with the reason
   */
  public static GradeReport rescore(
      GradeReport old, GradingFiles files, Assignment assignment, Dataset data)
      throws SentenceException {
    if (!KeptPredictions.areOf(data.hidden().features(), files)) {
      throw new SentenceException(
          Sentence.of(
              NoteCode.SCORE_OTHER_EXAMPLES,
              "submission",
              old.submission().id(),
              "problem",
              old.problem()));
    }
    try {
      BuiltModel model = new StoredModel(files.graph(), files.model()).built();
      return new Rescorer(old, assignment, data).score(model, KeptPredictions.read(files));
    } catch (SentenceException e) {
      throw e;
    } catch (IOException | DataException | RuntimeException e) {
      throw new SentenceException(
          Sentence.of(
              NoteCode.SCORE_NOT_POSSIBLE,
              "submission",
              old.submission().id(),
              "problem",
              old.problem(),
              "reason",
              SentenceException.of(e)),
          e);
    }
  }

  private GradeReport score(BuiltModel model, KeptPredictions kept) throws SentenceException {
    Step<Scores> trained = Scorer.score(model, data, assignment, kept.trained());
    Step<Scores> untrained =
        trained.then(s -> UntrainedScores.lowest(model, data, assignment, kept.untrained()));
    if (untrained instanceof Step.Ended<Scores> ended) {
      return report(stopped(ended.stop()), null);
    }
    Scores scores = ((Step.Done<Scores>) trained).value();
    Scores before = ((Step.Done<Scores>) untrained).value();
    PassRule rule = assignment.variant().passRule();
    Judgement judged = Judge.judge(scores.metric(), before.metric(), rule, kept());
    if (judged.verdict() == Verdict.PASSED && old.verdict() != Verdict.PASSED) {
      requireNoAudit();
    }
    return report(noted(judged), scores);
  }

  /** What was found that does not depend on the score. */
  private List<Finding> kept() {
    return old.judgement().findings().stream()
        .filter(finding -> finding.code() != FindingCode.UNTRAINED_POINTS)
        .toList();
  }

  private Judgement stopped(Stop stop) {
    List<Finding> findings = new ArrayList<>(kept());
    findings.addAll(stop.findings());
    return new Judgement(stop.verdict(), stop.reasons(), 0, PassRule.MAX_POINTS, findings);
  }

  /** A model with large built-in numbers passes only after it was trained with few labels. */
  private void requireNoAudit() throws SentenceException {
    boolean large =
        kept().stream().anyMatch(finding -> finding.code() == FindingCode.BUILT_IN_NUMBERS);
    if (large) {
      throw new SentenceException(
          Sentence.of(
              NoteCode.SCORE_NEEDS_GRADING,
              "submission",
              old.submission().id(),
              "problem",
              old.problem()));
    }
  }

  /** With what an audit said. */
  private Judgement noted(Judgement judged) {
    List<Sentence> reasons = new ArrayList<>(judged.reasons());
    old.judgement().reasons().stream()
        .filter(reason -> reason.code().equals(VerdictCode.NOTE.name()))
        .forEach(reasons::add);
    return new Judgement(
        judged.verdict(), reasons, judged.points(), judged.maxPoints(), judged.findings());
  }

  private GradeReport report(Judgement judgement, @Nullable Scores scores) {
    Circumstances then = old.circumstances();
    Provenance made = then.provenance();
    Digests digests =
        new Digests(
            ProvenanceBuilder.rule(assignment),
            data.fingerprint(),
            made.digests().graph(),
            made.digests().weights());
    return new GradeReport(
        old.submission(),
        old.problem(),
        ReportMapper.dataset(data),
        judgement,
        scores,
        old.stages(),
        new Circumstances(
            then.isolation(),
            then.timings(),
            then.fromEqualAnswer(),
            new Provenance(made.assay(), digests, made.seed(), made.options(), made.platform())));
  }
}
