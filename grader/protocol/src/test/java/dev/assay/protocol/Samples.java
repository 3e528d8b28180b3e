package dev.assay.protocol;

import dev.assay.findings.FaultCode;
import dev.assay.findings.HintCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Heads;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TrainingMode;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of everything that crosses a pipe or lies in model.json. */
public final class Samples {
  private static final TensorSpec INPUT = new TensorSpec(ElementType.FLOAT32, List.of(4));
  private static final TensorSpec OUTPUT = new TensorSpec(ElementType.FLOAT32, List.of(3));
  private static final Job.ModelFiles FILES =
      new Job.ModelFiles(Path.of("/m/model.pb"), Path.of("/m/model.json"));
  private static final Job.LabelledFiles TRAIN =
      new Job.LabelledFiles(Path.of("/d/x.npy"), Path.of("/d/y.npy"));
  private static final Job.LabelledFiles VALIDATION =
      new Job.LabelledFiles(Path.of("/d/v.npy"), Path.of("/d/w.npy"));

  private static final Job.Stages WEIGHTS =
      new Job.Stages(Path.of("/m/weights.safetensors"), Path.of("/m/initial.safetensors"));

  private Samples() {}

  static List<Job> jobs() {
    ProblemSpec spec =
        new ProblemSpec(
            "iris",
            "embedded",
            INPUT,
            Task.MULTICLASS_CLASSIFICATION,
            3,
            new Limits(500, 100_000, 10, 20, 120),
            Long.MIN_VALUE);
    return List.of(
        new Job.Compile(
            Path.of("/s"),
            List.of("a/Ä \"b\".java"),
            List.of(Path.of("/l/x.jar"), Path.of("/l/y.jar")),
            Path.of("/c"),
            Path.of("/m/model.pb"),
            Path.of("/m/model.json")),
        new Job.Build(
            Path.of("/c"),
            "a.Answer$Inner",
            spec,
            Path.of("/m/model.pb"),
            Path.of("/m/model.json")),
        new Job.Compile(Path.of("/s"), List.of("A.java"), List.of(), Path.of("/c"), null, null),
        new Job.Serve(Path.of("/in"), Path.of("/out"), List.of(Path.of("/l/x.jar")), true),
        new Job.Await(Path.of("/in"), Path.of("/m/model.pb"), Path.of("/m/model.json")),
        new Job.Train(FILES, TRAIN, VALIDATION, WEIGHTS, 42, 1, TrainingMode.FAST),
        new Job.Predict(
            FILES,
            WEIGHTS,
            "ab12",
            VALIDATION,
            Path.of("/h/x.npy"),
            new Job.Stages(Path.of("/m/p.npy"), Path.of("/h/p.npy")),
            Path.of("/h/v.npy"),
            2),
        new Job.Outputs(
            FILES,
            Path.of("/m/weights.safetensors"),
            "ab12",
            Path.of("/g/x.npy"),
            Path.of("/g/y.npy"),
            2),
        new Job.Measure(
            FILES,
            TRAIN,
            VALIDATION,
            Path.of("/weights"),
            "ab12",
            List.of(new Job.Watched("serving/dense/Relu", 0, Double.MAX_VALUE)),
            List.of(0.001, 0.01),
            42,
            2),
        new Job.Export(
            FILES,
            Path.of("/m/weights.safetensors"),
            "ab12",
            List.of("cat", "dog"),
            Job.Format.CHECKPOINT,
            Path.of("/out")),
        new Job.Probe(
            List.of(Path.of("/s")),
            4711,
            1,
            new Job.ProbeLimits(1L << 31, 1L << 26, 128),
            Path.of("/o")));
  }

  private static ModelMeasurement measurement() {
    ModelMeasurement.State state =
        new ModelMeasurement.State(
            Map.of("loss", 2.3),
            Map.of("loss", Double.NaN),
            2.4,
            0.1,
            Double.POSITIVE_INFINITY,
            new ModelMeasurement.Outputs(0.1, 0.05, 2.9, List.of(3, 1), List.of(2, 2)),
            List.of(new ModelMeasurement.Values("serving/dense/Relu", 8, 1, 2, 1, 0.5, 2, 0.1)),
            List.of(
                new ModelMeasurement.Weight("dense/kernel", 0.1, 0.01, 0.2),
                new ModelMeasurement.Weight("dense/bias", 0, null, 0)));
    return new ModelMeasurement(
        state, null, List.of(new ModelMeasurement.RateTrial(0.01, 1.5)), 0.25);
  }

  static List<Message> messages() {
    return List.of(
        new Message.Ready(
            new Surroundings(
                Map.of("net", "net:[4026531840]"),
                Map.of("NoNewPrivs", "1"),
                Map.of("Max processes", 128L),
                new Surroundings.Reach(List.of(), List.of("/tmp"), null, 3, false, List.of()))),
        new Message.Started(),
        new Message.Probed(
            List.of(
                new Message.Attempt(
                    Sentence.of(NoteCode.PROBE_READ, "file", "/s"),
                    false,
                    Sentence.of(FaultCode.OTHER_FAILURE, "reason", "no such file")))),
        new Message.Compiled(
            List.of(new Message.Builder("a.Answer", "iris")),
            List.of(
                new Message.Diagnostic("Answer.java", 3, 7, "';' expected\nhere", "\tint x"),
                new Message.Diagnostic("A.java", 9, 1, "cannot find symbol", "Dense(16)", hint()),
                new Message.Diagnostic("", 0, 0, "release 18 not supported", ""))),
        new Message.Measured(measurement()),
        new Message.Built(),
        new Message.Miscounted(Long.MAX_VALUE),
        new Message.Step(1, 2, 5, Map.of("loss", 0.5)),
        new Message.Epoch(new EpochResult(3, 0.25, Map.of("loss", 0.5, "val_loss", 1e-9), 1, true)),
        new Message.Epoch(new EpochResult(1, 0, Map.of("loss", Double.NaN), 0.1, false)),
        new Message.Training(new Part(2, 5, 1, 3)),
        new Message.Trained(StopReason.EARLY_STOPPING, Map.of("val_loss", 0.25), "ab12"),
        new Message.Reloaded(Map.of("val_loss", Double.POSITIVE_INFINITY)),
        new Message.Predicted(1e-7),
        new Message.Exported(
            List.of(Sentence.of(NoteCode.EXPORTED_WEIGHTS, "file", "a", "count", 3))),
        new Message.Failed(
            Message.Cause.NOT_FINITE,
            Sentence.of(
                VerdictCode.WEIGHT_NOT_FINITE, "weight", "w", "value", Float.NaN, "epoch", 3)),
        new Message.Failed(Message.Cause.CANDIDATE, "java.lang.Error\n\tat Answer.build"));
  }

  /** A sentence with a list of sentences in it. */
  private static Sentence hint() {
    Sentence code =
        Sentence.of(
            HintCode.CODE_WITH_IMPORTS, "code", "Dense.of(16)", "imports", "import a.Dense;");
    Sentence both = Sentence.of(HintCode.CODE_CHOICE, "codes", List.of(code, "Dense.of(16, RELU)"));
    return Sentence.of(
        HintCode.NO_NAMED_ARGUMENTS, "advice", Sentence.of(HintCode.WRITE_CODE, "code", both));
  }

  static List<BuiltModel> models() {
    FitPlan plan =
        FitPlan.epochs(20)
            .batchSize(16)
            .callbacks(
                ModelCheckpoint.best("val_accuracy"), EarlyStopping.on("val_loss").patience(3));
    return List.of(
        model(Adam.defaults(), plan),
        model(SGD.withLearningRate(0.1), plan.withOneHotLabels()),
        ensemble(plan.ensemble(Ensemble.stacking(5))),
        twoOutputs(plan));
  }

  /** The parts have the same weights: only names would tell them apart. */
  private static BuiltModel ensemble(FitPlan plan) {
    BuiltModel part = model(Adam.defaults(), plan.ensemble(Ensemble.NONE));
    Manifest one = part.manifest();
    Parts parts = new Parts(List.of(one, one), one);
    return new BuiltModel(
        new Manifest(
            one.input(),
            one.output(),
            one.serving(),
            one.serving(),
            parts.all().stream().flatMap(manifest -> manifest.weights().stream()).toList(),
            one.layers(),
            one.compilation()),
        parts,
        1_000,
        plan);
  }

  /** The same with an output whose target is computed, and weights for the examples. */
  private static BuiltModel twoOutputs(FitPlan plan) {
    Manifest one = model(Adam.defaults(), plan).manifest();
    TensorSpec labels = new TensorSpec(ElementType.INT32, List.of());
    Heads heads =
        new Heads(
            List.of(new OutputSpec("dense", OUTPUT, null), new OutputSpec("dense_1", INPUT, INPUT)),
            labels,
            true);
    return new BuiltModel(
        new Manifest(
            one.input(),
            heads,
            one.serving(),
            one.training(),
            one.weights(),
            one.layers(),
            new Compilation(
                Adam.defaults(),
                List.of(
                    Head.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.ACCURACY),
                    Head.of(Loss.MEAN_SQUARED_ERROR).lossWeight(0.1)))),
        Parts.NONE,
        27,
        plan);
  }

  /** A softmax regression whose input is centred. */
  private static BuiltModel model(Optimizer optimizer, FitPlan plan) {
    List<WeightSpec> weights =
        List.of(
            new WeightSpec("normalization/mean", List.of(4), false, Initializer.ZEROS),
            new WeightSpec(
                "dense/kernel", List.of(4, 3), true, Initializer.GLOROT_UNIFORM, MaxNorm.of(3)),
            new WeightSpec("dense/bias", List.of(), true, Initializer.HE_NORMAL));
    Adaptation adaptation = new Adaptation.Moments("training/x", "mean", "variance");
    return new BuiltModel(
        new Manifest(
            INPUT,
            OUTPUT,
            new Trace("serving", List.of(), List.of(), List.of()),
            new Trace(
                "training",
                List.of("training/penalty"),
                List.of(adaptation),
                List.of(new Trace.Update("normalization/mean", "training/mean"))),
            weights,
            List.of(new LayerSummary("dense", "Dense", OUTPUT, 15)),
            new Compilation(optimizer, Loss.BINARY_CROSSENTROPY.fromLogits(), metrics())),
        Parts.NONE,
        27,
        plan);
  }

  private static List<Metric> metrics() {
    return List.of(Metric.ACCURACY, Metric.R2_SCORE);
  }

  /** A model that no test changes. */
  public static BuiltModel model() {
    return models().get(0);
  }
}
