package dev.assay.diagnosis;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ImageTolerance;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import java.util.Collections;
import java.util.List;

/** Problems of the same shapes as the exam's, whose models are traced and looked at. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers are immutable
public enum Exercise {
  DIGITS(
      "mnist",
      new TensorSpec(ElementType.UINT8, List.of(28, 28)),
      Task.MULTICLASS_CLASSIFICATION,
      10,
      Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
      new ImageTolerance(false, false, 45),
      new DataFacts(
          6_000, 1_000, Collections.nCopies(10, 600), List.of(78.6), DataFacts.Targets.NONE)),
  CLOTHES(
      "fashion-mnist",
      DIGITS.spec.input(),
      Task.MULTICLASS_CLASSIFICATION,
      10,
      Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
      ImageTolerance.ANY,
      DIGITS.data),
  PLANTS(
      "iris",
      new TensorSpec(ElementType.FLOAT32, List.of(4)),
      Task.MULTICLASS_CLASSIFICATION,
      3,
      Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
      ImageTolerance.ANY,
      new DataFacts(
          80, 20, List.of(27, 26, 27), List.of(5.9, 3.1, 4.1, 1.4), DataFacts.Targets.NONE)),
  TUMOURS(
      "binary-classification",
      new TensorSpec(ElementType.FLOAT32, List.of(30)),
      Task.BINARY_CLASSIFICATION,
      2,
      Loss.BINARY_CROSSENTROPY,
      ImageTolerance.ANY,
      new DataFacts(
          341,
          114,
          List.of(127, 214),
          Collections.nCopies(10, List.of(14.6, 743.0, 0.004)).stream()
              .flatMap(List::stream)
              .toList(),
          DataFacts.Targets.NONE)),
  CARS(
      "basic-regression",
      new TensorSpec(ElementType.FLOAT32, List.of(9)),
      Task.REGRESSION,
      0,
      Loss.MEAN_SQUARED_ERROR,
      ImageTolerance.ANY,
      new DataFacts(
          250,
          64,
          List.of(),
          List.of(5.7, 221.0, 111.0, 3095.0, 15.8, 76.0, 0.8, 0.4, 0.4),
          new DataFacts.Targets(9, 23.5, 46.6, 7.8))),
  WEATHER(
      "weather",
      new TensorSpec(ElementType.FLOAT32, List.of(4)),
      Task.MULTILABEL_CLASSIFICATION,
      3,
      Loss.BINARY_CROSSENTROPY,
      ImageTolerance.ANY,
      new DataFacts(100, 20, List.of(), List.of(1.0, 1.0, 0.5, 0.2), DataFacts.Targets.NONE));

  public static final FitPlan PLAN = FitPlan.epochs(20);

  private final ProblemSpec spec;
  private final Loss loss;
  private final ImageTolerance tolerance;
  private final DataFacts data;

  Exercise(
      String problem,
      TensorSpec input,
      Task task,
      int classes,
      Loss loss,
      ImageTolerance tolerance,
      DataFacts data) {
    this.spec =
        new ProblemSpec(
            problem, "embedded", input, task, classes, new Limits(500, 1 << 24, 500, 60, 60), 7);
    this.loss = loss;
    this.tolerance = tolerance;
    this.data = data;
  }

  /** The facts of its training set. */
  public DataFacts data() {
    return data;
  }

  /** A model of these layers, with the problem's usual loss and Adam. */
  public Observations of(Layer... layers) {
    return of(Adam.defaults(), layers);
  }

  /** The same with another optimizer. */
  public Observations of(Optimizer optimizer, Layer... layers) {
    return of(Sequential.of(layers).compile(optimizer, loss));
  }

  /** The same with another loss. */
  public Observations of(Loss other, Layer... layers) {
    return of(Sequential.of(layers).compile(Adam.defaults(), other));
  }

  /** What is known of a model before training, the size and shape of its data included. */
  public Observations of(Model model) {
    return of(PLAN, model);
  }

  /** The same with another plan, whose ensemble may have several members. */
  public Observations of(FitPlan plan, Model model) {
    ModelGraph traced = plan.ensemble().trace(model, spec.input(), spec.labels(), spec.seed());
    BuiltModel built = new BuiltModel(traced.manifest(), traced.parts(), 1, plan);
    List<ModelOutline> outlines = ModelOutline.of(traced.graphDef(), built);
    return new Observations(spec, tolerance, plan, outlines, data, null, null, null);
  }
}
