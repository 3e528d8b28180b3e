package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.problems.PassRule;
import dev.assay.report.Audit;
import dev.assay.report.Circumstances;
import dev.assay.report.Finding;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.ModelRun;
import dev.assay.report.Reload;
import dev.assay.report.Scores;
import dev.assay.report.Training;
import dev.assay.report.Verdict;
import dev.assay.run.processes.Role;
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
  private final Submission submission;
  private final Assignment assignment;
  private final Stopwatch clock;
  private final Provenances provenance;
  private final IsolationRecord isolation;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Finding> retries = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private @Nullable Dataset data;
  private @Nullable BuiltModel model;
  private @Nullable String stopReason;
  private @Nullable Reload reload;
  private double recordedLoss = Double.NaN;
  private double reloadedLoss = Double.NaN;
  private @Nullable Scores scores;
  private @Nullable Scores untrained;
  private @Nullable Audit audit;
  private long builtIn;

  Evidence(
      Submission submission,
      Assignment assignment,
      GradeOptions options,
      Stopwatch clock,
      IsolationRecord isolation) {
    this.submission = submission;
    this.assignment = assignment;
    this.clock = clock;
    this.isolation = isolation;
    this.provenance = new Provenances(assignment, options);
  }

  /** The result of a candidate who answers no problem at all. */
  static GradeReport unanswered(Candidate candidate, GradeOptions options, Fault fault) {
    Stopwatch clock = new Stopwatch();
    clock.add("compile", candidate.seconds());
    List<Finding> findings = candidate.retried().stream().toList();
    return ofNoProblem(
        reported(candidate.submission()),
        new Judgement(fault.verdict(), fault.getMessage(), 0, PassRule.MAX_POINTS, findings),
        new Circumstances(
            Summaries.isolation(candidate.isolation()),
            clock.seconds(),
            new Provenances(null, options).provenance()));
  }

  /** The result of a submission that the grader itself failed on. */
  static GradeReport failed(String submission, GradeOptions options, Fault fault) {
    return ofNoProblem(
        new dev.assay.report.Submission(submission, null),
        new Judgement(fault.verdict(), fault.getMessage(), 0, PassRule.MAX_POINTS, List.of()),
        new Circumstances(
            null, new Stopwatch().seconds(), new Provenances(null, options).provenance()));
  }

  private static GradeReport ofNoProblem(
      dev.assay.report.Submission submission, Judgement judgement, Circumstances circumstances) {
    return new GradeReport(
        submission, GradeReport.NO_PROBLEM, null, judgement, null, ModelRun.NONE, circumstances);
  }

  static dev.assay.report.Submission reported(Submission submission) {
    return new dev.assay.report.Submission(
        submission.id(),
        submission.origin(),
        submission.sources().isEmpty() ? null : submission.digest(),
        submission.assumptions());
  }

  void loaded(Dataset dataset) {
    data = dataset;
    provenance.data(dataset.fingerprint());
  }

  /**
   * The model is there.
   *
   * @param numbers bytes of what it brings along that no training gave it
   */
  void built(BuiltModel built, Path graph, long numbers) {
    model = built;
    builtIn = numbers;
    provenance.graph(graph);
  }

  /** What compiling left to be said. */
  void compiled(Candidate candidate) {
    candidate.retried().ifPresent(retries::add);
  }

  /** Drops a model whose description may be what the inspection failed on. */
  void forgetModel() {
    model = null;
  }

  /** Of a child that came up and so had loaded TensorFlow. */
  void ranTensorFlow() {
    provenance.tensorFlow();
  }

  void add(List<Finding> more) {
    findings.addAll(more);
  }

  /** A process does the work of one that died. */
  void beginsAgain(Role role, Finding finding) {
    retries.add(finding);
    if (role == Role.TRAIN) {
      runs.clear();
    }
  }

  /** The other one died of the same: no matter of ours. */
  void endsAgain() {
    retries.clear();
  }

  /** A part of an ensemble begins to be trained. */
  void begins(Part part) {
    runs.add(Run.begin(part));
  }

  void epoch(EpochResult result) {
    latest().epochs().add(result);
  }

  void stopped(String reason) {
    stopReason = reason;
  }

  void trained(Message.Trained trained) {
    provenance.weights(trained.weightsDigest());
    stopReason = trained.stopReason().name();
    recordedLoss = trained.values().getOrDefault("val_loss", Double.NaN);
  }

  /** Of a graph that computes something else than its builder's process said. */
  void counted(long flops) {
    BuiltModel said = model();
    model = new BuiltModel(said.manifest(), said.parts(), flops, said.fit());
  }

  void reloaded(Message.Reloaded message) {
    reloadedLoss = message.values().getOrDefault("val_loss", Double.NaN);
  }

  void scored(Scores result) {
    scores = result;
  }

  /** What the model scores without training. */
  void scoredUntrained(Scores result) {
    untrained = result;
  }

  /** What the model scores without training; null where that was not tried. */
  @Nullable Scores untrained() {
    return untrained;
  }

  /** Bytes of the numbers that the model brings along and that no training gave it. */
  long builtIn() {
    return builtIn;
  }

  void audited(Audit result) {
    audit = result;
  }

  /** The loss that training recorded for the weights it kept must be what they give reloaded. */
  void checkReload() throws Fault {
    reload = new Reload(recordedLoss, reloadedLoss);
    if (!Losses.agree(recordedLoss, reloadedLoss)) {
      throw new Fault(
          Verdict.GRADER_ERROR,
          "The reloaded model has validation loss %s, but %s was recorded in training."
              .formatted(reloadedLoss, recordedLoss));
    }
  }

  BuiltModel model() {
    return Objects.requireNonNull(model, "the model was built");
  }

  /** What chose the epochs whose weights are graded; the default where no plan is known. */
  CheckpointMonitor monitor() {
    return CheckpointMonitor.of(model, data);
  }

  Scores scores() {
    return Objects.requireNonNull(scores, "the model was scored");
  }

  /** All trainings: one, or several of an ensemble. */
  List<Run> runs() {
    return runs;
  }

  /** The training that began last. */
  Run latest() {
    if (runs.isEmpty()) {
      runs.add(Run.begin(null));
    }
    return runs.get(runs.size() - 1);
  }

  /** The validation loss of the weights that were kept; NaN where none were. */
  double recordedLoss() {
    return recordedLoss;
  }

  @Nullable String stopReason() {
    return stopReason;
  }

  /** When the grading ended early. */
  GradeReport report(Fault fault) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(fault.findings());
    return report(new Judgement(fault.verdict(), fault.getMessage(), 0, PassRule.MAX_POINTS, all));
  }

  /** When the grader failed: what it knows by then may be what it failed on, and is left out. */
  GradeReport failed(Fault fault) {
    model = null;
    runs.clear();
    stopReason = null;
    reload = null;
    audit = null;
    return report(fault);
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
        withRetries(judgement),
        scored ? scores : null,
        new ModelRun(
            model == null ? null : Summaries.model(model, builtIn), training(), reload, audit),
        new Circumstances(
            Summaries.isolation(isolation.all()), clock.seconds(), provenance.provenance()));
  }

  /** Last: they are no advice to the answer's author. */
  private Judgement withRetries(Judgement judgement) {
    List<Finding> all = new ArrayList<>(judgement.findings());
    all.addAll(retries);
    return new Judgement(
        judgement.verdict(), judgement.message(), judgement.points(), judgement.maxPoints(), all);
  }

  /** The members of an ensemble have one each, so that it has none. */
  private @Nullable Integer bestEpoch() {
    return Double.isNaN(recordedLoss) || latest().part() != null
        ? null
        : latest().best().map(EpochResult::epoch).orElse(null);
  }

  private @Nullable Training training() {
    return stopReason == null && runs.isEmpty()
        ? null
        : Summaries.training(runs, bestEpoch(), stopReason == null ? "INTERRUPTED" : stopReason);
  }
}
