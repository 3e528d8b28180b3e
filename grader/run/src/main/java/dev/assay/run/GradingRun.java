package dev.assay.run;

import dev.assay.datasets.DataException;
import dev.assay.problems.ProblemSpec;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.worker.StoredModel;
import dev.assay.worker.protocol.BuiltModel;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One grading: a candidate's answer to one problem, from the data to the verdict. */
final class GradingRun {
  private static final int PREDICT_SECONDS = 600;

  private final Workers workers;
  private final PreparedData datasets;
  private final GradeOptions options;
  private final List<String> knownProblems;
  private final RunListener listener;

  GradingRun(
      Workers workers,
      PreparedData datasets,
      GradeOptions options,
      List<String> knownProblems,
      RunListener listener) {
    this.workers = workers;
    this.datasets = datasets;
    this.options = options;
    this.knownProblems = knownProblems;
    this.listener = listener;
  }

  /**
   * Grades.
   *
   * @param folder for the model, its weights, the logs and the result
   * @throws InterruptedException when the grader is ending; nothing is reported then
   */
  GradeReport grade(Candidate candidate, Assignment assignment, Path folder)
      throws InterruptedException {
    Stopwatch clock = new Stopwatch();
    Evidence evidence = new Evidence(candidate.submission(), assignment, options, clock);
    RunFiles files = new RunFiles(folder);
    listener.started(candidate.submission(), assignment);
    try {
      PreparedData.Prepared data = clock.time("load", () -> load(assignment));
      evidence.loaded(data.data());
      listener.loaded(assignment, data.data());
      clock.add("compile", candidate.seconds());
      String builder = candidate.builderFor(assignment.problem().id(), knownProblems);
      clock.time("build", () -> build(candidate, builder, data, assignment, files));
      BuiltModel model = clock.time("inspect", () -> inspect(evidence, data, assignment, files));
      listener.built(model);
      clock.time("train", () -> train(evidence, data, assignment, files));
      clock.time("reload", () -> reload(evidence, data, files));
      clock.time("score", () -> score(evidence, data, assignment, files));
      return evidence.judged(Judge.judge(evidence, assignment.variant().passRule()));
    } catch (Fault fault) {
      return evidence.ended(fault);
    }
  }

  private PreparedData.Prepared load(Assignment assignment) throws Fault {
    try {
      return datasets.load(assignment.entry(), options.seed());
    } catch (DataException | IOException e) {
      throw new Fault(Verdict.GRADER_ERROR, String.valueOf(e.getMessage()));
    }
  }

  private Message build(
      Candidate candidate,
      String builder,
      PreparedData.Prepared data,
      Assignment assignment,
      RunFiles files)
      throws Fault, InterruptedException {
    ProblemSpec spec = Specs.of(assignment, data.data(), options.seed());
    Job job =
        new Job.Build(
            candidate.classes().toString(),
            builder,
            spec,
            files.graph().toString(),
            files.model().toString());
    Outcome outcome =
        run(Role.BUILD, job, spec.limits().buildSeconds(), files.buildLog(), message -> {});
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Built) {
      return answered.message();
    }
    throw Faults.ofCandidate(outcome, "Building the model");
  }

  private BuiltModel inspect(
      Evidence evidence, PreparedData.Prepared data, Assignment assignment, RunFiles files)
      throws Fault {
    StoredModel stored = new StoredModel(files.graph(), files.model());
    try {
      BuiltModel model = stored.built();
      evidence.built(model, files.graph());
      ProblemSpec spec = Specs.of(assignment, data.data(), options.seed());
      evidence.findings(Inspector.inspect(spec, model, stored.facts(model)));
      return model;
    } catch (IOException e) {
      throw new Fault(
          Verdict.CONTRACT_VIOLATION, "The model cannot be read: " + e.getMessage() + ".");
    }
  }

  private Message train(
      Evidence evidence, PreparedData.Prepared data, Assignment assignment, RunFiles files)
      throws Fault, InterruptedException {
    Job job =
        new Job.Train(
            files.modelFiles(),
            data.train(),
            data.validation(),
            files.weights().toString(),
            options.seed(),
            options.threads());
    int limit = assignment.variant().limits().trainSeconds();
    Outcome outcome =
        run(Role.TRAIN, job, limit, files.workerLog(), message -> heard(message, evidence));
    return Trained.check(outcome, evidence, files.weights());
  }

  private void heard(Message message, Evidence evidence) {
    if (message instanceof Message.Epoch epoch) {
      evidence.epoch(epoch.result());
      listener.epoch(epoch.result());
    } else if (message instanceof Message.Step step) {
      listener.step(step);
    }
  }

  private Message reload(
      Evidence evidence, PreparedData.Prepared data, RunFiles files)
      throws Fault, InterruptedException {
    Job job =
        new Job.Predict(
            files.modelFiles(),
            files.weights().toString(),
            data.validation(),
            data.hiddenFeatures().toString(),
            files.predictions().toString(),
            options.threads());
    Outcome outcome =
        run(
            Role.PREDICT,
            job,
            PREDICT_SECONDS,
            files.workerLog(),
            message -> evidence.reloaded((Message.Reloaded) message));
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Predicted) {
      evidence.weights(files.weights());
      evidence.checkReload();
      return answered.message();
    }
    throw Faults.ofWorker(outcome, "Reloading the model");
  }

  private Outcome run(
      Role role,
      Job job,
      int limitSeconds,
      Path log,
      Consumer<Message> messages)
      throws Fault, InterruptedException {
    try {
      return workers.run(role, job, limitSeconds, log, messages);
    } catch (IOException e) {
      throw new Fault(
          Verdict.GRADER_ERROR, "A child process could not be started: " + e.getMessage());
    }
  }

  private static Boolean score(
      Evidence evidence, PreparedData.Prepared data, Assignment assignment, RunFiles files)
      throws Fault {
    evidence.scored(Scorer.score(evidence.model(), data.data(), assignment, files.predictions()));
    return true;
  }
}
