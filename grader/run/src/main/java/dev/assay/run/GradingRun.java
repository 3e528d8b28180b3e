package dev.assay.run;

import dev.assay.datasets.DataException;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemSpec;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Scores;
import dev.assay.report.Verdict;
import dev.assay.run.audit.BuiltIn;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.worker.GraphFacts;
import dev.assay.worker.StoredModel;
import dev.assay.worker.protocol.BuiltModel;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** One grading: a candidate's answer to one problem, from the data to the verdict. */
final class GradingRun {
  /** The least that predicting may take: it also starts a process and reloads the model. */
  private static final int LEAST_PREDICT_SECONDS = 60;

  private final PreparedData datasets;
  private final GradeOptions options;
  private final RunListener listener;
  private final Candidate candidate;
  private final Assignment assignment;
  private final RunFiles files;
  private final Stopwatch clock = new Stopwatch();
  private final IsolationRecord isolation = new IsolationRecord();
  private final Evidence evidence;
  private final JobRunner jobs;
  private final Auditor auditor;

  GradingRun(
      Workers workers,
      PreparedData datasets,
      GradeOptions options,
      RunListener listener,
      Candidate candidate,
      Assignment assignment,
      RunFiles files) {
    this.datasets = datasets;
    this.options = options;
    this.listener = listener;
    this.candidate = candidate;
    this.assignment = assignment;
    this.files = files;
    evidence = new Evidence(candidate.submission(), assignment, options, clock, isolation);
    jobs = new JobRunner(workers, isolation, evidence, listener);
    Evidence second =
        new Evidence(candidate.submission(), assignment, options, new Stopwatch(), isolation);
    JobRunner secondJobs = new JobRunner(workers, isolation, second, RunListener.SILENT);
    auditor =
        new Auditor(new FewLabelsAudit(secondJobs, second, assignment, options), clock, listener);
    isolation.add(candidate.isolation());
    evidence.compiled(candidate);
  }

  /**
   * Grades.
   *
   * @param knownProblems all problems' ids, for messages
   * @throws DiskFullException when results have no room, now or since the grading began
   * @throws InterruptedException when the grader is ending; nothing is reported then
   */
  GradeReport grade(List<String> knownProblems) throws DiskFullException, InterruptedException {
    DiskSpace.require(files.folder());
    listener.started(candidate.submission(), assignment);
    try {
      PreparedData.Prepared data = clock.time("load", this::load);
      clock.add("compile", candidate.seconds());
      String builder = candidate.builderFor(assignment.problem().id(), knownProblems);
      clock.time("build", () -> build(builder));
      clock.time("inspect", this::inspect);
      String weightsDigest = clock.time("train", () -> train(data));
      try (HiddenOrder hidden = clock.time("reload", () -> drawOrder(data))) {
        clock.time("reload", () -> reloadAndPredict(data, weightsDigest, hidden));
        clock.time("score", () -> score(data, hidden));
      }
      PassRule rule = assignment.variant().passRule();
      Judgement judgement = clock.time("judge", () -> Judge.judge(evidence, rule));
      BuiltIn numbers = builtIn(data.data().hidden().size());
      return evidence.report(auditor.judge(judgement, evidence, data, numbers, files));
    } catch (Fault fault) {
      DiskSpace.require(files.folder());
      return evidence.report(fault);
    } catch (RuntimeException | StackOverflowError e) {
      return evidence.failed(Faults.ofGrader(e));
    } finally {
      files.initialWeights().toFile().delete();
    }
  }

  /**
   * Builds and inspects only; the report has no score, and its verdict is null when all is well.
   */
  CheckReport check(List<String> knownProblems) throws DiskFullException, InterruptedException {
    try {
      String builder = candidate.builderFor(assignment.problem().id(), knownProblems);
      clock.time("build", () -> build(builder));
      BuiltModel model = clock.time("inspect", this::inspect);
      BuiltIn numbers = builtIn(0);
      if (numbers.isLarge()) {
        evidence.add(List.of(numbers.finding()));
      }
      return new CheckReport(
          model, evidence.builtIn(), evidence.findings(), null, null, files.printed());
    } catch (Fault fault) {
      DiskSpace.require(files.folder());
      return new CheckReport(
          null, 0, fault.findings(), fault.verdict(), fault.getMessage(), unquoted(fault));
    } catch (RuntimeException | StackOverflowError e) {
      Fault ours = Faults.ofGrader(e);
      return new CheckReport(
          null, 0, List.of(), ours.verdict(), ours.getMessage(), files.printed());
    }
  }

  /** What was printed, unless the fault ends with it. */
  private String unquoted(Fault fault) {
    String printed = files.printed();
    String end = printed.strip();
    String last = end.substring(end.lastIndexOf('\n') + 1);
    return fault.getMessage().strip().endsWith(last) ? "" : printed;
  }

  private PreparedData.Prepared load() throws Fault {
    try {
      PreparedData.Prepared data = datasets.load(assignment.entry(), options.seed());
      evidence.loaded(data.data());
      listener.loaded(assignment, data.data());
      return data;
    } catch (DataException e) {
      throw new Fault(Verdict.GRADER_ERROR, String.valueOf(e.getMessage()));
    }
  }

  private Message build(String builder) throws Fault, InterruptedException {
    ProblemSpec spec = Specs.of(assignment, options.seed());
    Outcome outcome = jobs.build(candidate, builder, spec, files);
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Built built) {
      return built;
    }
    throw Faults.ofBuilder(outcome);
  }

  private BuiltModel inspect() throws Fault {
    BuiltModel model = CandidateFiles.inspect(evidence, this::inspectFiles);
    listener.built(model);
    return model;
  }

  private BuiltModel inspectFiles() throws Fault, IOException {
    StoredModel stored = new StoredModel(files.graph(), files.model());
    Handover.take(files);
    BuiltModel model = stored.built();
    // Before anything else reads the file: a candidate may have left a pipe in its place.
    GraphFacts facts = stored.facts(model);
    evidence.built(model, files.graph(), facts.builtIn());
    ProblemSpec spec = Specs.of(assignment, options.seed());
    evidence.add(Inspector.inspect(spec, model, facts));
    return model;
  }

  /**
   * What the model brings along.
   *
   * @param hidden how many hidden examples there are; 0 where that is not known
   */
  private BuiltIn builtIn(int hidden) {
    long trainable = evidence.model().manifest().trainableParameters();
    ProblemSpec spec = Specs.of(assignment, options.seed());
    return BuiltIn.of(spec, evidence.builtIn(), trainable, hidden);
  }

  private String train(PreparedData.Prepared data) throws Fault, InterruptedException {
    Job job =
        new Job.Train(
            files.modelFiles(),
            data.train(),
            data.validation(),
            files.weightFiles(),
            options.seed(),
            options.threads(),
            options.mode());
    int limit = assignment.variant().limits().trainSeconds();
    Outcome outcome = run(Role.TRAIN, job, limit, data, this::heard);
    HistoryFile.write(evidence, files);
    return Trained.check(outcome, evidence, files.weights());
  }

  /** Runs a job, once more where the cache was deleted before the process had its data. */
  private Outcome run(
      Role role, Job job, int limitSeconds, PreparedData.Prepared data, Consumer<Message> messages)
      throws Fault, InterruptedException {
    try {
      Outcome outcome = jobs.run(role, job, limitSeconds, files.workerLog(), messages);
      if (data.isIntact() || !Faults.isOfGrader(outcome)) {
        return outcome;
      }
    } catch (Fault fault) {
      if (data.isIntact() || fault.verdict() != Verdict.GRADER_ERROR) {
        throw fault;
      }
    }
    load();
    return jobs.run(role, job, limitSeconds, files.workerLog(), messages);
  }

  private void heard(Message message) {
    if (message instanceof Message.Training training) {
      evidence.begins(training.part());
      listener.part(training.part());
    } else if (message instanceof Message.Epoch epoch) {
      evidence.epoch(epoch.result());
      listener.epoch(epoch.result());
    } else if (message instanceof Message.Step step) {
      listener.step(step);
    }
  }

  private static HiddenOrder drawOrder(PreparedData.Prepared data) throws Fault {
    try {
      return HiddenOrder.draw(data.data().hidden().features());
    } catch (DataException e) {
      throw notPredicted(e);
    }
  }

  /** One process does both, so that what it predicts with is what it has reloaded. */
  private Message.Predicted reloadAndPredict(
      PreparedData.Prepared data, String weightsDigest, HiddenOrder hidden)
      throws Fault, InterruptedException {
    Job job =
        new Job.Predict(
            files.modelFiles(),
            files.weightFiles(),
            weightsDigest,
            data.validation(),
            hidden.features(),
            new Job.Stages(files.predictions(), hidden.untrained()),
            options.threads());
    Outcome outcome = run(Role.PREDICT, job, predictSeconds(), data, this::reloaded);
    if (!(outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Predicted predicted)) {
      throw Faults.ofModel(outcome, "Reloading the model and predicting");
    }
    evidence.checkReload();
    Independence.check(predicted);
    return predicted;
  }

  /** Training has seen more examples than are predicted, so its limit is ample. */
  private int predictSeconds() {
    return Math.max(LEAST_PREDICT_SECONDS, assignment.variant().limits().trainSeconds());
  }

  private void reloaded(Message message) {
    if (message instanceof Message.Reloaded reloaded) {
      evidence.reloaded(reloaded);
      clock.next("predict");
    }
  }

  private Scores score(PreparedData.Prepared data, HiddenOrder hidden) throws Fault {
    try {
      hidden.restore(files.predictions());
      hidden.restore(hidden.untrained());
    } catch (DataException e) {
      throw notPredicted(e);
    }
    Scores scores = Scorer.score(evidence.model(), data.data(), assignment, files.predictions());
    evidence.scored(scores);
    evidence.scoredUntrained(
        UntrainedScores.check(evidence.model(), data.data(), assignment, hidden.untrained()));
    return scores;
  }

  private static Fault notPredicted(DataException e) {
    return new Fault(Verdict.GRADER_ERROR, "The hidden set cannot be predicted: " + e.getMessage());
  }
}
