package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.files.Sha256;
import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.findings.Finding;
import dev.assay.problems.PassRule;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Message;
import dev.assay.protocol.StoredModel;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.score.Metric;
import dev.assay.run.audit.Auditor;
import dev.assay.run.audit.BuiltIn;
import dev.assay.run.audit.FewLabelsAudit;
import dev.assay.run.candidate.BuilderRun;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.data.DataJobs;
import dev.assay.run.data.PreparedData;
import dev.assay.run.diagnosing.Diagnosing;
import dev.assay.run.grading.AcceptedModel;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.grading.DiskSpace;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.Stop;
import dev.assay.run.inspection.BuiltFiles;
import dev.assay.run.inspection.Inspector;
import dev.assay.run.inspection.ModelReading;
import dev.assay.run.inspection.graphs.GraphFacts;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.judging.Judge;
import dev.assay.run.judging.Scorer;
import dev.assay.run.judging.UntrainedScores;
import dev.assay.run.processes.Role;
import dev.assay.run.record.Accepted;
import dev.assay.run.record.Built;
import dev.assay.run.record.Compiled;
import dev.assay.run.record.Ending;
import dev.assay.run.record.InspectedModel;
import dev.assay.run.record.Judged;
import dev.assay.run.record.Loaded;
import dev.assay.run.record.Measured;
import dev.assay.run.record.Pipeline;
import dev.assay.run.record.Predicted;
import dev.assay.run.record.Scored;
import dev.assay.run.record.Started;
import dev.assay.run.record.Step;
import dev.assay.run.record.Stopwatch;
import dev.assay.run.record.Trained;
import dev.assay.run.reporting.ReportMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One grading: a candidate's answer to one problem, from the data to the verdict.
 *
 * @param started what is graded
 * @param files of this grading
 * @param knownProblems all problems' ids, for messages
 * @param jobs that read the problem's data
 */
record Grading(
    Started started,
    GradingFiles files,
    GradeOptions options,
    List<String> knownProblems,
    DataJobs jobs,
    GradingListener listener,
    Stopwatch clock) {

  /**
   * Grades.
   *
   * @throws DiskFullException when results have no room, now or since the grading began
   * @throws InterruptedException when the grader is ending; nothing is reported then
   */
  GradeReport grade() throws DiskFullException, InterruptedException {
    DiskSpace.require(files.folder());
    listener.started(started.candidate().submission(), started.assignment());
    Ending ending = run();
    if (!(ending instanceof Judged)) {
      DiskSpace.require(files.folder());
    }
    return ReportMapper.report(started, ending, options, clock.seconds());
  }

  private Ending run() throws InterruptedException {
    try {
      if (started.candidate().fault() == null) {
        jobs.jobs().prepare(Role.TRAIN, options.threads());
      }
      Pipeline<Judged> graded =
          Pipeline.begin(clock, started)
              .then("load", this::load)
              .then("compile", this::compile)
              .then("build", this::build)
              .then("inspect", this::inspect)
              .then("train", this::train)
              .then("reload", this::predict)
              .then("score", this::score)
              .then("measure", this::measure)
              .then("judge", this::judge)
              .then(this::audit);
      return graded.last() != null ? graded.last() : Objects.requireNonNull(graded.ending());
    } finally {
      files.initialWeights().toFile().delete();
    }
  }

  /**
   * Builds and inspects only; the report has no score, and its verdict is null when all is well.
   *
   * @param probes whether the model is also run on a few examples
   * @throws DiskFullException when its files have no room
   * @throws InterruptedException when the grader is ending
   */
  CheckReport check(boolean probes) throws DiskFullException, InterruptedException {
    if (probes) {
      jobs.jobs().prepare(Role.PREDICT, options.threads());
    }
    Pipeline<Accepted> checked =
        Pipeline.begin(clock, started)
            .then("load", before -> Step.of(new Loaded(before, dataToLookAt(probes))))
            .then("compile", this::compile)
            .then("build", this::build)
            .then("inspect", this::inspect);
    Accepted accepted = checked.last();
    if (accepted == null) {
      DiskSpace.require(files.folder());
      return CheckReport.of(Objects.requireNonNull(checked.ending()), files.printed());
    }
    MeasureStage.Result probed =
        probes
            ? new MeasureStage(jobs, files, options, listener).measure(accepted, null, false)
            : MeasureStage.Result.NOTHING;
    List<Finding> findings =
        new ArrayList<>(Diagnosing.beforeTraining(accepted, probed.measurement()));
    findings.addAll(probed.findings());
    return CheckReport.of(
        accepted, findings, probed.measurement(), builtIn(accepted, 0), files.printed());
  }

  /**
   * The data for a check: where it is at hand, or asked for. Without it some things are not seen.
   */
  private PreparedData.@Nullable Prepared dataToLookAt(boolean probes) {
    return probes || started.assignment().entry().isEmbedded() ? jobs.load() : null;
  }

  private Step<Loaded> load(Started before) {
    PreparedData.Prepared data = jobs.load();
    listener.loaded(before.assignment(), data.data());
    return Step.of(new Loaded(before, data));
  }

  private Step<Compiled> compile(Loaded before) {
    clock.add("compile", started.candidate().seconds());
    Candidate candidate = started.candidate();
    String problem = started.assignment().problem().id();
    Optional<Stop> refusal = candidate.refusal(problem, knownProblems);
    return refusal.isPresent()
        ? Step.stop(refusal.get())
        : Step.of(new Compiled(before, candidate.buildersFor(problem).get(0)));
  }

  private Step<Built> build(Compiled before) throws InterruptedException {
    JobOutcome built =
        new BuilderRun(jobs.jobs(), started.candidate(), listener)
            .run(before.builder(), started.spec(), files);
    Built after = new Built(before, built.processes());
    return built.answer(Message.Built.class).isPresent()
        ? Step.of(after)
        : Step.stop(built.stop(Role.BUILD, ProcessVerdicts::ofBuilder), after.progress());
  }

  private Step<Accepted> inspect(Built before) {
    Step<Accepted> step = ModelReading.inspect(() -> read(before));
    if (step instanceof Step.Done<Accepted> done) {
      listener.built(event(done.value().model()));
    }
    return step;
  }

  private static AcceptedModel event(BuiltModel model) {
    return new AcceptedModel(
        model.parts().members().size(),
        model.manifest().layers().size(),
        model.manifest().parameters(),
        model.flops(),
        new AcceptedModel.Plan(model.fit().epochs(), model.fit().batchSize()));
  }

  private Step<Accepted> read(Built before) throws IOException {
    StoredModel stored = new StoredModel(files.graph(), files.model());
    BuiltFiles.take(files);
    BuiltModel model = stored.built();
    // Before anything else reads the file: a candidate may have left a pipe in its place.
    GraphFacts facts = GraphFacts.of(stored, model);
    InspectedModel inspected =
        new InspectedModel(model, Sha256.ofFile(files.graph()), facts.builtIn());
    List<Finding> findings = Inspector.inspect(started.spec(), model, facts);
    Optional<Stop> refused = Stop.ofErrors(findings);
    return refused.isPresent()
        ? Step.stop(refused.get(), before.progress().with(inspected, List.of()))
        : Step.of(new Accepted(before, inspected, findings, ModelOutline.of(stored, model)));
  }

  private Step<Trained> train(Accepted before) throws InterruptedException {
    return new TrainingStage(jobs, files, options, listener).train(before);
  }

  private Step<Predicted> predict(Trained before) throws InterruptedException {
    return new PredictionStage(jobs, files, options, listener, clock).predict(before);
  }

  private Step<Scored> score(Predicted before) {
    BuiltModel model = before.trained().accepted().model();
    Dataset data = before.trained().accepted().data().data();
    Assignment assignment = started.assignment();
    return Scorer.score(model, data, assignment, before.predictions())
        .then(
            scores ->
                UntrainedScores.lowest(model, data, assignment, before.untrained())
                    .map(untrained -> new Scored(before, scores, untrained)));
  }

  private Step<Measured> measure(Scored before) throws InterruptedException {
    boolean passes = Judge.passes(before.scores().metric(), passRule());
    MeasureStage.Result result =
        new MeasureStage(jobs, files, options, listener)
            .measure(before.accepted(), before.predicted().trained().weightsDigest(), !passes);
    return Step.of(
        new Measured(before, result.measurement(), result.findings(), result.processes()));
  }

  private PassRule passRule() {
    return started.assignment().variant().passRule();
  }

  private Step<Judged> judge(Measured measured) {
    Scored before = measured.scored();
    Metric metric = before.scores().metric();
    List<Finding> findings = new ArrayList<>(measured.findings());
    findings.addAll(
        0,
        Diagnosing.afterTraining(
            before.accepted(),
            measured.measurement(),
            before.predicted().trained().training(),
            Diagnosing.outcome(before.scores(), Judge.passes(metric, passRule()))));
    Judgement judgement = Judge.judge(metric, before.untrained().metric(), passRule(), findings);
    return Step.of(new Judged(before, judgement, null, measured.processes()));
  }

  private Step<Judged> audit(Judged before) throws InterruptedException {
    Accepted accepted = before.scored().accepted();
    BuiltIn numbers = builtIn(accepted, accepted.data().data().hidden().size());
    return new Auditor(new FewLabelsAudit(jobs.jobs(), options), clock, listener)
        .audit(before, numbers, files);
  }

  /**
   * The numbers that the model brings along, beside what they could be used for.
   *
   * @param hidden how many hidden examples there are; 0 where that is not known
   */
  private BuiltIn builtIn(Accepted accepted, int hidden) {
    return BuiltIn.of(
        started.spec(),
        accepted.inspected().builtInBytes(),
        accepted.model().manifest().trainableParameters(),
        hidden);
  }
}
