package dev.assay.cli.bank;

import dev.assay.cli.bank.BankScore.Graded;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.arrays.MappedArray;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.diagnosis.Diagnosis;
import dev.assay.diagnosis.WatchList;
import dev.assay.diagnosis.facts.LearningRates;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.diagnosis.facts.TrainingFacts;
import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.findings.Finding;
import dev.assay.findings.Severity;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TensorData;
import dev.assay.keras.training.TrainingMode;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.StoredModel;
import dev.assay.report.score.Scores;
import dev.assay.run.data.PreparedData;
import dev.assay.run.diagnosing.Diagnosing;
import dev.assay.run.diagnosing.TrainingSet;
import dev.assay.run.grading.Assignment;
import dev.assay.run.inspection.Inspector;
import dev.assay.run.inspection.graphs.GraphFacts;
import dev.assay.run.judging.Judge;
import dev.assay.run.judging.Scorer;
import dev.assay.run.record.Step;
import dev.assay.run.record.TrainingHistory;
import dev.assay.training.FitResult;
import dev.assay.training.Fitter;
import dev.assay.training.ModelProbe;
import dev.assay.training.Predictor;
import dev.assay.training.TrainerOptions;
import dev.assay.training.TrainingListener;
import dev.assay.worker.measuring.MemberSpread;
import dev.assay.worker.measuring.Samples;
import dev.assay.worker.measuring.StateMeter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Grades answers in this process: the same scores and findings as the grader's, which starts four
 * processes for each, in a fraction of the time. Only for answers that are our own.
 */
final class DirectGrading implements AutoCloseable {
  private static final int THREADS = 1;

  private final Problems problems = Problems.load();
  private final Path folder;
  private final PreparedData data;

  /**
   * Prepares to grade on the embedded data.
   *
   * @param folder for files
   */
  DirectGrading(Path folder) {
    this.folder = folder;
    data =
        new PreparedData(
            new DataStore(Bank.DATA, null, folder.resolve("cache")), folder.resolve("cache"), null);
  }

  @Override
  public void close() {
    data.close();
  }

  /**
   * What an answer came to.
   *
   * @param verdict PASSED, FAILED or DIVERGED, or CONTRACT_VIOLATION where it is not trained
   * @param score the metric that decides; NaN without one
   * @param points by the score alone: the grader takes off those that untrained weights have
   */
  record Result(String verdict, double score, int points, List<Finding> findings) {}

  /** Grades answers in turn, with the codes of what was found. */
  static List<Graded> grade(Path folder, List<BankAnswer> answers, long... seeds) throws Exception {
    List<Graded> graded = new ArrayList<>();
    try (CompiledAnswers compiled =
            CompiledAnswers.of(CompiledAnswers.sources(answers), folder.resolve("answers"));
        DirectGrading grading = new DirectGrading(folder)) {
      for (long seed : seeds) {
        for (int i = 0; i < answers.size(); i++) {
          BankAnswer answer = answers.get(i);
          Result result = grading.grade(answer.problem(), compiled.builder(i), seed);
          graded.add(
              new Graded(
                  answer,
                  result.verdict(),
                  result.points(),
                  Set.of(),
                  codes(result.findings(), Set.of(Severity.values())),
                  codes(result.findings(), Set.of(Severity.WARNING))));
        }
      }
    }
    return graded;
  }

  private static Set<String> codes(List<Finding> findings, Set<Severity> severities) {
    return findings.stream()
        .filter(finding -> severities.contains(finding.severity()))
        .map(finding -> finding.code().name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the metric that decides; NaN where there is none. */
  double score(String id, ModelBuilder builder, long seed) throws Exception {
    Built built = build(id, builder, seed);
    if (isRefused(built)) {
      return Double.NaN;
    }
    Scores scores = train(built, seed).scores();
    return scores == null ? Double.NaN : scores.metric().value();
  }

  /** Grades an answer. */
  Result grade(String id, ModelBuilder builder, long seed) throws Exception {
    Built built = build(id, builder, seed);
    if (isRefused(built)) {
      return new Result("CONTRACT_VIOLATION", Double.NaN, 0, built.findings());
    }
    Trained trained = train(built, seed);
    Scores scores = trained.scores();
    PassRule rule = built.assignment().variant().passRule();
    boolean passed = scores != null && Judge.passes(scores.metric(), rule);
    Observations observed =
        new Observations(
            built.spec(),
            built.assignment().problem().tolerance(),
            built.model().fit(),
            built.outlines(),
            TrainingSet.facts(trained.data().data()),
            measure(built, trained, seed, !passed),
            trained.facts(),
            scores == null
                ? Outcome.unscored(Outcome.Kind.DIVERGED)
                : Diagnosing.outcome(scores, passed));
    List<Finding> findings = Diagnosis.of(observed, built.findings());
    return scores == null
        ? new Result("DIVERGED", Double.NaN, 0, findings)
        : new Result(
            passed ? "PASSED" : "FAILED",
            scores.metric().value(),
            rule.points(scores.metric().value()),
            findings);
  }

  /** An answer's model, and what its inspection found. */
  private record Built(
      Assignment assignment,
      ProblemSpec spec,
      ModelGraph graph,
      BuiltModel model,
      List<Finding> findings) {
    List<ModelOutline> outlines() {
      return ModelOutline.of(graph.graphDef(), model);
    }
  }

  private static boolean isRefused(Built built) {
    return built.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private Built build(String id, ModelBuilder builder, long seed) throws Exception {
    Problem problem = problems.find(id).orElseThrow();
    ProblemVariant variant =
        problem.variants().stream()
            .filter(each -> each.data().isEmbedded())
            .findFirst()
            .orElseThrow();
    Assignment assignment = new Assignment(problem, variant);
    ProblemSpec spec = assignment.spec(seed);
    FitPlan plan = builder.fit(spec);
    ModelGraph graph =
        plan.ensemble().trace(builder.build(spec), spec.input(), spec.labels(), spec.seed());
    BuiltModel model =
        new BuiltModel(graph.manifest(), graph.parts(), Flops.ofPrediction(graph), plan);
    StoredModel stored = new StoredModel(folder.resolve("model.pb"), folder.resolve("model.json"));
    stored.write(graph.graphDef(), model);
    List<Finding> findings = Inspector.inspect(spec, model, GraphFacts.of(stored, model));
    return new Built(assignment, spec, graph, model, findings);
  }

  /**
   * A training and its score.
   *
   * @param weights of the best epoch; null where it diverged
   * @param scores null where there is none
   */
  private record Trained(
      PreparedData.Prepared data,
      @Nullable Map<String, float[]> weights,
      TrainingFacts facts,
      @Nullable Scores scores) {}

  private Trained train(Built built, long seed) throws Exception {
    PreparedData.Prepared prepared = data.load(built.assignment().entry(), seed);
    Training training = new Training();
    FitResult fitted =
        new Fitter(
                built.graph(),
                built.model().fit(),
                labelled(prepared.train()),
                labelled(prepared.validation()),
                new TrainerOptions(seed, THREADS, TrainingMode.REPRODUCIBLE))
            .fit(training);
    TrainingFacts facts = training.facts(fitted);
    return fitted.stopReason() == StopReason.DIVERGED
        ? new Trained(prepared, null, facts, null)
        : new Trained(prepared, training.weights, facts, scores(built, prepared, training.weights));
  }

  private static @Nullable Scores scores(
      Built built, PreparedData.Prepared prepared, Map<String, float[]> weights) throws Exception {
    try (Predictor predictor = new Predictor(built.graph(), weights, THREADS)) {
      TensorData features = map(prepared.hiddenFeatures());
      float[] outputs = predictor.predict(features);
      int rows = features.rows();
      NumericArray predictions = NumericArray.ofFloats(outputs, rows, outputs.length / rows);
      Step<Scores> scored =
          Scorer.score(built.model(), prepared.data(), built.assignment(), predictions);
      return scored instanceof Step.Done<Scores> done ? done.value() : null;
    }
  }

  private static ModelMeasurement measure(
      Built built, Trained trained, long seed, boolean triesRates) throws Exception {
    BuiltModel model = built.model();
    Manifest first = model.members().get(0);
    Labelled train = labelled(trained.data().train());
    Samples samples = Samples.of(train, labelled(trained.data().validation()));
    TrainerOptions options = TrainerOptions.seed(seed).threads(THREADS);
    try (ModelProbe probe =
        new ModelProbe(built.graph().part(first), model.fit(), train, options)) {
      StateMeter meter =
          new StateMeter(probe, first, samples, WatchList.of(built.outlines().get(0)));
      ModelMeasurement.State initial = meter.measure();
      List<ModelMeasurement.RateTrial> trials = new ArrayList<>();
      if (triesRates) {
        for (double rate :
            LearningRates.tried(model.fit(), first.compilation().schedule(), train.size())) {
          double loss = meter.lossAfter(rate, model.fit().batchSize());
          trials.add(new ModelMeasurement.RateTrial(rate, loss));
        }
      }
      Map<String, float[]> weights = trained.weights();
      if (weights == null) {
        return new ModelMeasurement(initial, null, trials, null);
      }
      probe.assign(weights);
      ModelMeasurement.State after = meter.measure();
      Double spread =
          model.parts().members().isEmpty()
              ? null
              : MemberSpread.of(built.graph(), weights, samples.validation().features(), THREADS);
      return new ModelMeasurement(initial, after, trials, spread);
    }
  }

  private static Labelled labelled(Job.LabelledFiles files) throws Exception {
    Path weights = files.weights();
    return new Labelled(
        map(files.features()), map(files.labels()), weights == null ? null : map(weights));
  }

  private static TensorData map(Path file) throws Exception {
    MappedArray array = Npy.map(file);
    return new TensorData(
        ElementType.valueOf(array.type().name()),
        IntStream.of(array.shape()).boxed().toList(),
        array.values());
  }

  /** Keeps the histories and the weights of the best epoch. */
  private static final class Training implements TrainingListener {
    private final TrainingHistory.Recorder histories = new TrainingHistory.Recorder();
    private Map<String, float[]> weights = Map.of();

    @Override
    public void onPart(Part part) {
      histories.heard(new Message.Training(part));
    }

    @Override
    public void onEpoch(EpochResult result) {
      histories.heard(new Message.Epoch(result));
    }

    @Override
    public void onBest(Map<String, float[]> best) {
      weights = best;
    }

    TrainingFacts facts(FitResult fitted) {
      return new TrainingFacts(
          histories.trainings().stream()
              .filter(TrainingHistory::isKept)
              .map(TrainingHistory::epochs)
              .filter(epochs -> !epochs.isEmpty())
              .toList(),
          fitted.stopReason().name(),
          fitted.values().getOrDefault("val_loss", Double.NaN));
    }
  }
}
