package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.keras.training.EpochResult;
import dev.assay.problems.PassRule;
import dev.assay.report.Circumstances;
import dev.assay.report.Finding;
import dev.assay.report.GradeReport;
import dev.assay.report.Isolation;
import dev.assay.report.Judgement;
import dev.assay.report.ModelRun;
import dev.assay.report.Reload;
import dev.assay.report.Scores;
import dev.assay.report.Training;
import dev.assay.report.Verdict;
import dev.assay.run.submissions.Submission;
import dev.assay.worker.protocol.BuiltModel;
import dev.assay.worker.protocol.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a grading so far; a report can be made of it at any point. */
final class Evidence {
  private static final String VAL_LOSS = "val_loss";
  private static final Isolation ISOLATION =
      new Isolation("none", List.of("fs", "net", "pid", "tty", "nnp", "seccomp", "ro", "rlimit"));

  /** Relative; float32 has 24 bits, and a loss is a sum over a few thousand examples. */
  private static final double RELOAD_TOLERANCE = 1e-5;

  private final Submission submission;
  private final Assignment assignment;
  private final Stopwatch clock;
  private final Provenances provenance;
  private final List<Finding> findings = new ArrayList<>();
  private final List<EpochResult> history = new ArrayList<>();
  private @Nullable Dataset data;
  private @Nullable BuiltModel model;
  private @Nullable Integer bestEpoch;
  private @Nullable String stopReason;
  private @Nullable Reload reload;
  private double reloadedLoss = Double.NaN;
  private @Nullable Scores scores;

  Evidence(Submission submission, Assignment assignment, GradeOptions options, Stopwatch clock) {
    this.submission = submission;
    this.assignment = assignment;
    this.clock = clock;
    this.provenance = new Provenances(assignment, options);
  }

  /** The result of a candidate who answers no problem at all. */
  static GradeReport unanswered(
      Submission submission, double compileSeconds, GradeOptions options, Fault fault) {
    Stopwatch clock = new Stopwatch();
    clock.add("compile", compileSeconds);
    return new GradeReport(
        reported(submission),
        GradeReport.NO_PROBLEM,
        null,
        new Judgement(fault.verdict(), fault.getMessage(), 0, PassRule.MAX_POINTS, List.of()),
        null,
        ModelRun.NONE,
        new Circumstances(ISOLATION, clock.seconds(), new Provenances(null, options).provenance()));
  }

  private static dev.assay.report.Submission reported(Submission submission) {
    return new dev.assay.report.Submission(
        submission.id(), submission.sources().isEmpty() ? null : submission.digest());
  }

  void loaded(Dataset dataset) {
    data = dataset;
    provenance.data(dataset.fingerprint());
  }

  void built(BuiltModel built, Path graph) {
    model = built;
    provenance.graph(graph);
  }

  /** Of a child that came up and so had loaded TensorFlow. */
  void ranTensorFlow() {
    provenance.tensorFlow();
  }

  void add(List<Finding> more) {
    findings.addAll(more);
  }

  void epoch(EpochResult result) {
    history.add(result);
  }

  void stopped(String reason) {
    stopReason = reason;
  }

  void trained(Message.Trained trained) {
    provenance.weights(trained.weightsDigest());
    bestEpoch = trained.bestEpoch() == 0 ? null : trained.bestEpoch();
    stopReason = trained.stopReason().name();
  }

  void reloaded(Message.Reloaded message) {
    reloadedLoss = message.values().getOrDefault(VAL_LOSS, Double.NaN);
  }

  void scored(Scores result) {
    scores = result;
  }

  /** The loss that training recorded for the best epoch must be what the reloaded model has. */
  void checkReload() throws Fault {
    double recorded = best().values().getOrDefault(VAL_LOSS, Double.NaN);
    reload = new Reload(recorded, reloadedLoss);
    if (!(Math.abs(recorded - reloadedLoss)
        <= RELOAD_TOLERANCE * Math.max(1, Math.abs(recorded)))) {
      throw new Fault(
          Verdict.GRADER_ERROR,
          "The reloaded model has validation loss %s, but %s was recorded in training."
              .formatted(reloadedLoss, recorded));
    }
  }

  BuiltModel model() {
    return Objects.requireNonNull(model, "the model was built");
  }

  Scores scores() {
    return Objects.requireNonNull(scores, "the model was scored");
  }

  List<EpochResult> history() {
    return history;
  }

  @Nullable String stopReason() {
    return stopReason;
  }

  /** The epoch whose weights were kept. */
  EpochResult best() {
    return history.get(Objects.requireNonNull(bestEpoch, "an epoch was best") - 1);
  }

  /** When the grading ended early. */
  GradeReport report(Fault fault) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(fault.findings());
    return report(new Judgement(fault.verdict(), fault.getMessage(), 0, PassRule.MAX_POINTS, all));
  }

  List<Finding> findings() {
    return findings;
  }

  GradeReport report(Judgement judgement) {
    boolean scored = judgement.verdict() == Verdict.PASSED || judgement.verdict() == Verdict.FAILED;
    return new GradeReport(
        reported(submission),
        assignment.problem().id(),
        data == null ? null : Summaries.dataset(data),
        judgement,
        scored ? scores : null,
        new ModelRun(model == null ? null : Summaries.model(model.manifest()), training(), reload),
        new Circumstances(ISOLATION, clock.seconds(), provenance.provenance()));
  }

  private @Nullable Training training() {
    return stopReason == null && history.isEmpty()
        ? null
        : Summaries.training(history, bestEpoch, stopReason == null ? "INTERRUPTED" : stopReason);
  }
}
