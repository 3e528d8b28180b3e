package dev.assay.run;

import dev.assay.datasets.DataException;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemSpec;
import dev.assay.report.Finding;
import dev.assay.report.GradeReport;
import dev.assay.report.Scores;
import dev.assay.report.Verdict;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.worker.GraphFacts;
import dev.assay.worker.StoredModel;
import dev.assay.worker.protocol.BuiltModel;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One grading: a candidate's answer to one problem, from the data to the verdict. */
final class GradingRun {
  private static final int PREDICT_SECONDS = 600;

  private final Workers workers;
  private final PreparedData datasets;
  private final GradeOptions options;
  private final RunListener listener;
  private final Candidate candidate;
  private final Assignment assignment;
  private final RunFiles files;
  private final Stopwatch clock = new Stopwatch();
  private final IsolationRecord isolation = new IsolationRecord();
  private final Evidence evidence;

  GradingRun(
      Workers workers,
      PreparedData datasets,
      GradeOptions options,
      RunListener listener,
      Candidate candidate,
      Assignment assignment,
      RunFiles files) {
    this.workers = workers;
    this.datasets = datasets;
    this.options = options;
    this.listener = listener;
    this.candidate = candidate;
    this.assignment = assignment;
    this.files = files;
    evidence = new Evidence(candidate.submission(), assignment, options, clock, isolation);
    isolation.add(candidate.isolation());
  }

  /**
   * Grades.
   *
   * @param knownProblems all problems' ids, for messages
   * @throws InterruptedException when the grader is ending; nothing is reported then
   */
  GradeReport grade(List<String> knownProblems) throws InterruptedException {
    listener.started(candidate.submission(), assignment);
    try {
      PreparedData.Prepared data = clock.time("load", this::load);
      clock.add("compile", candidate.seconds());
      String builder = candidate.builderFor(assignment.problem().id(), knownProblems);
      clock.time("build", () -> build(builder));
      clock.time("inspect", this::inspect);
      String weightsDigest = clock.time("train", () -> train(data));
      clock.time("reload", () -> reload(data, weightsDigest));
      PassRule rule = assignment.variant().passRule();
      return evidence.report(clock.time("judge", () -> Judge.judge(evidence, rule)));
    } catch (Fault fault) {
      return evidence.report(DiskSpace.check(fault, files.folder()));
    } catch (RuntimeException e) {
      // Others that are graded with this one must not suffer.
      return evidence.report(Faults.ofOurs(e));
    } finally {
      files.initialWeights().toFile().delete();
    }
  }

  /**
   * Builds and inspects only; the report has no score, and its verdict is null when all is well.
   */
  CheckReport check(List<String> knownProblems) throws InterruptedException {
    try {
      String builder = candidate.builderFor(assignment.problem().id(), knownProblems);
      clock.time("build", () -> build(builder));
      BuiltModel model = clock.time("inspect", this::inspect);
      return new CheckReport(model, evidence.findings(), null, null, files.printed());
    } catch (Fault fault) {
      Fault shown = DiskSpace.check(fault, files.folder());
      return new CheckReport(
          null, shown.findings(), shown.verdict(), shown.getMessage(), files.printed());
    }
  }

  private PreparedData.Prepared load() throws Fault {
    DiskSpace.require(files.folder());
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
    Job job =
        new Job.Build(
            candidate.classes().toString(),
            builder,
            spec,
            files.graph().toString(),
            files.model().toString());
    int limit = spec.limits().buildSeconds();
    Outcome outcome = run(Role.BUILD, job, limit, files.buildLog(), message -> {});
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Built built) {
      return built;
    }
    throw Faults.ofBuilder(outcome);
  }

  private BuiltModel inspect() throws Fault {
    StoredModel stored = new StoredModel(files.graph(), files.model());
    try {
      BuiltModel model = stored.built();
      // Before anything else reads the file: a candidate may have left a pipe in its place.
      GraphFacts facts = stored.facts(model);
      evidence.built(model, files.graph());
      ProblemSpec spec = Specs.of(assignment, options.seed());
      evidence.add(Inspector.inspect(spec, model, facts));
      listener.built(model);
      return model;
    } catch (IOException e) {
      throw new Fault(
          Verdict.CONTRACT_VIOLATION,
          "The model cannot be read: %s. Return fewer, smaller layers, and leave writing the files to Assay."
              .formatted(e.getMessage()));
    }
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
    Outcome outcome = run(Role.TRAIN, job, limit, files.workerLog(), this::heard);
    HistoryFile.write(evidence, files);
    return Trained.check(outcome, evidence, files.weights());
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

  private Evidence reload(PreparedData.Prepared data, String weightsDigest)
      throws Fault, InterruptedException {
    try (HiddenOrder hidden = HiddenOrder.draw(data.data().hidden().features())) {
      Message.Predicted predicted = predict(data, hidden, weightsDigest);
      evidence.checkReload();
      Independence.check(predicted);
      clock.next("score");
      hidden.restore(files.predictions());
      hidden.restore(hidden.untrained());
      evidence.scored(score(data, files.predictions()));
      Independence.check(score(data, hidden.untrained()), assignment.variant().passRule());
      return evidence;
    } catch (DataException e) {
      throw new Fault(
          Verdict.GRADER_ERROR, "The hidden set cannot be predicted: " + e.getMessage());
    }
  }

  private Message.Predicted predict(
      PreparedData.Prepared data, HiddenOrder hidden, String weightsDigest)
      throws Fault, InterruptedException {
    Job job =
        new Job.Predict(
            files.modelFiles(),
            files.weightFiles(),
            weightsDigest,
            data.validation(),
            hidden.features().toString(),
            new Job.Stages(files.predictions().toString(), hidden.untrained().toString()),
            options.threads());
    Outcome outcome = run(Role.PREDICT, job, PREDICT_SECONDS, files.workerLog(), this::reloaded);
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Predicted predicted) {
      return predicted;
    }
    throw Faults.ofModel(outcome, "Reloading the model");
  }

  private void reloaded(Message message) {
    if (message instanceof Message.Reloaded reloaded) {
      evidence.reloaded(reloaded);
      clock.next("predict");
    }
  }

  private Scores score(PreparedData.Prepared data, Path predictions) throws Fault {
    return Scorer.score(evidence.model(), data.data(), assignment, predictions);
  }

  /** Once more where the process's end was not its own; what the first one said is forgotten. */
  private Outcome run(Role role, Job job, int limitSeconds, Path log, Consumer<Message> messages)
      throws Fault, InterruptedException {
    Outcome outcome = runOnce(role, job, limitSeconds, log, messages);
    if (!Retry.isDue(role, outcome)) {
      return outcome;
    }
    Finding finding = Retry.finding(role, outcome);
    evidence.beginsAgain(role, finding);
    listener.beginsAgain(finding);
    Outcome second = runOnce(role, job, limitSeconds, log, messages);
    Optional<String> place = NativeCrash.common(outcome, second);
    if (place.isPresent()) {
      evidence.endsAgain();
      throw Faults.ofKernel(role, place.get());
    }
    return second;
  }

  private Outcome runOnce(
      Role role, Job job, int limitSeconds, Path log, Consumer<Message> messages)
      throws Fault, InterruptedException {
    try {
      Outcome outcome =
          workers.run(
              role,
              job,
              limitSeconds,
              log,
              ((Consumer<Message>) isolation::heard).andThen(messages));
      if (!(outcome instanceof Outcome.NeverStarted)) {
        evidence.ranTensorFlow();
      }
      return outcome;
    } catch (IOException e) {
      throw new Fault(
          Verdict.GRADER_ERROR, "A child process could not be started: " + e.getMessage());
    }
  }
}
