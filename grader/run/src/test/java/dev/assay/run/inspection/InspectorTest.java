package dev.assay.run.inspection;

import static dev.assay.run.inspection.Inspections.INPUT;
import static dev.assay.run.inspection.Inspections.OUTPUT;
import static dev.assay.run.inspection.Inspections.PLAN;
import static dev.assay.run.inspection.Inspections.SOFTMAX;
import static dev.assay.run.inspection.Inspections.facts;
import static dev.assay.run.inspection.Inspections.iris;
import static dev.assay.run.inspection.Inspections.outputs;
import static dev.assay.run.inspection.Inspections.refuses;
import static dev.assay.run.inspection.Inspections.spec;
import static dev.assay.run.inspection.Inspections.warns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.run.Models;
import dev.assay.run.grading.Stop;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectorTest {
  @Test
  void aModelThatFitsIsAcceptedWithoutAWord() {
    warns(iris(), Models.of(Models.SPARSE, PLAN, 3), SOFTMAX);
  }

  @Test
  void aHistoryMustNotTakeThePlaceOfAFileOfOurs() {
    FitPlan harmless = FitPlan.epochs(1).callbacks(CSVLogger.to("training.csv"));
    warns(iris(), Models.of(Models.SPARSE, harmless, 3), SOFTMAX);
    for (String name : List.of("result.json", "MODEL.PB", "weights.safetensors", "worker.log")) {
      FitPlan plan = FitPlan.epochs(1).callbacks(CSVLogger.to(name));
      BuiltModel model = Models.of(Models.SPARSE, plan, 3);
      refuses(iris(), model, SOFTMAX, "FILE_NAME_TAKEN", name, "training.csv");
    }
  }

  @Test
  void operationsOutsideTheListAreRefused() {
    GraphFacts graph = facts(Set.of("WriteFile", "MatMul", "PyFunc"), "Softmax");
    BuiltModel model = Models.of(Models.SPARSE, PLAN, 3);
    refuses(iris(), model, graph, "OPERATION_NOT_ALLOWED", "PyFunc, WriteFile.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RandomUniform", "RandomStandardNormal", "TruncatedNormal"})
  void randomNumbersAreRefusedWhereTheModelPredicts(String draw) {
    BuiltModel model = Models.of(Models.SPARSE, PLAN, 3);
    Set<String> all = Set.of("MatMul", draw);
    refuses(
        iris(),
        model,
        facts(all, "Softmax"),
        "RANDOM_PREDICTIONS",
        draw,
        "same example gives different outputs");
    warns(
        iris(), model, new GraphFacts(all, Set.of("MatMul"), 9, List.of(), List.of("Softmax"), 0));
  }

  @Test
  void numbersDrawnWithAConstantSeedAreAlwaysTheSameAndAllowed() {
    GraphFacts graph = facts(Set.of("StatelessRandomUniformV2", "Const"), "Softmax");
    warns(iris(), Models.of(Models.SPARSE, PLAN, 3), graph);
  }

  @Test
  void whatIsFoundInTheGraphIsAnError() {
    Finding found = Finding.of(FindingCode.CYCLE, "operations", 2, "operation", "a");
    Set<String> operations = Set.of("MatMul");
    GraphFacts graph =
        new GraphFacts(operations, operations, 9, List.of(found), List.of("Softmax"), 0);
    refuses(
        iris(),
        Models.of(Models.SPARSE, PLAN, 3),
        graph,
        "CYCLE",
        found.message(),
        "several times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"While", "StatelessIf", "Switch", "StatefulPartitionedCall"})
  void branchesAndLoopsAreRefusedWithAWayOut(String operation) {
    GraphFacts graph = facts(Set.of("MatMul", operation), "Softmax");
    BuiltModel model = Models.of(Models.SPARSE, PLAN, 3);
    refuses(iris(), model, graph, "CONTROL_FLOW", operation, "unrolled");
  }

  @Test
  void namesOfOperationsAreShownWithinBounds() {
    Set<String> many =
        IntStream.range(0, 1000).mapToObj(i -> "Op\n" + i).collect(Collectors.toSet());
    BuiltModel model = Models.of(Models.SPARSE, PLAN, 3);
    refuses(
        iris(), model, facts(many, "Softmax"), "OPERATION_NOT_ALLOWED", "Op?0,", "and 990 more.");
  }

  @Test
  void anInputOfAnotherShapeIsRefused() {
    BuiltModel model =
        Models.of(
            new TensorSpec(ElementType.UINT8, List.of(28, 28)),
            new TensorSpec(ElementType.FLOAT32, List.of(3)),
            weights(12, true),
            new Compilation(Adam.defaults(), Models.SPARSE, List.of()),
            PLAN);
    refuses(iris(), model, SOFTMAX, "INPUT_SHAPE", "UINT8 (None, 28, 28)", "FLOAT32 (None, 4)");
  }

  @Test
  void anOutputOfTheWrongWidthIsRefused() {
    BuiltModel model = Models.of(Models.SPARSE, PLAN, 7);
    refuses(iris(), model, SOFTMAX, "OUTPUT_SHAPE", "(None, 7)", "needs (None, 3)", "Dense.of(3)");
  }

  @Test
  void aBinaryProblemTakesOneOutputOrTwo() {
    refuses(
        spec(Task.BINARY_CLASSIFICATION),
        Models.of(Models.SPARSE, PLAN, 2, 2),
        SOFTMAX,
        "OUTPUT_SHAPE",
        "(None, 2, 2)");
    BuiltModel three = Models.of(Loss.BINARY_CROSSENTROPY, PLAN, 3);
    refuses(
        spec(Task.BINARY_CLASSIFICATION),
        three,
        facts("Sigmoid"),
        "OUTPUT_SHAPE",
        "(None, 3)",
        "needs (None, 1) or (None, 2)",
        "End with Dense.of(1) and SIGMOID, or with Dense.of(2) and SOFTMAX.");
  }

  @Test
  void anOutputOfTheWrongRankIsRefused() {
    BuiltModel model = Models.of(Models.SPARSE, PLAN, 4, 3);
    refuses(iris(), model, SOFTMAX, "OUTPUT_SHAPE", "(None, 4, 3)", "Put Flatten before");
    refuses(iris(), Models.of(Models.SPARSE, PLAN), SOFTMAX, "OUTPUT_SHAPE", "(None)");
  }

  private static List<WeightSpec> weights(int size, boolean trainable) {
    return List.of(new WeightSpec("w", List.of(size), trainable, Initializer.ZEROS));
  }

  @Test
  void parametersAreCountedWhetherTrainableOrNot() {
    refuses(
        iris(),
        Models.of(weights(21, true), PLAN),
        SOFTMAX,
        "TOO_MANY_PARAMETERS",
        "21 parameters; iris allows 20");
    warns(iris(), Models.of(weights(20, true), PLAN), SOFTMAX);
  }

  private static BuiltModel computing(long flops) {
    BuiltModel model = Models.of(Models.SPARSE, PLAN, 3);
    return new BuiltModel(model.manifest(), model.parts(), flops, model.fit());
  }

  @Test
  void whatAPredictionComputesIsBounded() {
    refuses(
        iris(),
        computing(1_000_001),
        SOFTMAX,
        "TOO_MUCH_COMPUTE",
        "1.1 million floating-point operations (MFLOPs); iris allows 1.",
        "fewer filters");
    refuses(iris(), computing(Long.MAX_VALUE), SOFTMAX, "TOO_MUCH_COMPUTE", "9,223,372,036,854.8");
    warns(iris(), computing(1_000_000), SOFTMAX);
  }

  @Test
  void withoutTrainableWeightsThereIsNothingToTrain() {
    BuiltModel model = Models.of(weights(4, false), PLAN);
    refuses(iris(), model, SOFTMAX, "NOTHING_TO_TRAIN", "no trainable weights", "Dense");
  }

  @Test
  void epochsAreLimited() {
    BuiltModel model = Models.of(Models.SPARSE, FitPlan.epochs(101), 3);
    refuses(iris(), model, SOFTMAX, "TOO_MANY_EPOCHS", "101 epochs; iris allows 100");
    BuiltModel longer = Models.of(Models.SPARSE, FitPlan.epochs(5000), 3);
    refuses(iris(), longer, SOFTMAX, "TOO_MANY_EPOCHS", "for 5,000 epochs; iris allows 100.");
    warns(iris(), Models.of(Models.SPARSE, FitPlan.epochs(100), 3), SOFTMAX);
  }

  @Test
  void anOutputWithATargetOfItsOwnMayHaveAnyShapeOfOneAxis() {
    TensorSpec labels = new TensorSpec(ElementType.INT32, List.of());
    TensorSpec image = new TensorSpec(ElementType.FLOAT32, List.of(2, 2));
    List<Head> heads = List.of(Head.of(Models.SPARSE), Head.of(Loss.MEAN_SQUARED_ERROR));
    OutputSpec first = new OutputSpec("dense", OUTPUT, null);
    GraphFacts facts = facts("Softmax", "BiasAdd");
    warns(
        iris(), outputs(PLAN, labels, heads, first, new OutputSpec("again", INPUT, INPUT)), facts);
    refuses(
        iris(),
        outputs(PLAN, labels, heads, first, new OutputSpec("again", image, image)),
        facts,
        "OUTPUT_SHAPE",
        "The output again has shape (None, 2, 2); training needs (None, n). Put Flatten");
    refuses(
        iris(),
        outputs(PLAN, INPUT, heads, first, new OutputSpec("again", INPUT, INPUT)),
        facts,
        "LABELS",
        "labels FLOAT32 (None, 4), but those of iris are INT32 (None)");
  }

  @Test
  void anOutputsOwnKeysMayBeWatched() {
    List<Head> heads = List.of(Head.of(Models.SPARSE), Head.of(Models.SPARSE, Metric.ACCURACY));
    FitPlan plan = PLAN.callbacks(EarlyStopping.on("val_early_accuracy"));
    OutputSpec first = new OutputSpec("dense", OUTPUT, null);
    warns(
        iris(),
        outputs(plan, null, heads, first, new OutputSpec("early", OUTPUT, null)),
        facts("Softmax", "Softmax"));
    refuses(
        iris(),
        outputs(plan, null, heads, first, new OutputSpec("late", OUTPUT, null)),
        facts("Softmax", "Softmax"),
        "UNKNOWN_MONITOR",
        "late_accuracy, late_loss, loss, val_dense_loss");
  }

  @Test
  void aMonitorMustBeReported() {
    FitPlan plan =
        PLAN.callbacks(ModelCheckpoint.best("val_accuracy"), EarlyStopping.on("val_loss"));
    refuses(
        iris(),
        Models.of(weights(4, true), plan),
        SOFTMAX,
        "UNKNOWN_MONITOR",
        "ModelCheckpoint monitors val_accuracy",
        "loss, val_loss");
    warns(iris(), Models.of(weights(4, true), plan, Metric.ACCURACY), SOFTMAX);
  }

  @Test
  void theFirstErrorIsTheMessageAndAllAreFindings() {
    BuiltModel model = Models.of(Loss.MEAN_SQUARED_ERROR, FitPlan.epochs(1000), 2);
    Stop stop = Stop.ofErrors(Inspector.inspect(iris(), model, SOFTMAX)).orElseThrow();
    assertThat(stop.message()).startsWith("The model's output has shape");
    assertThat(stop.findings())
        .extracting(finding -> finding.code().name())
        .containsExactly("OUTPUT_SHAPE", "TOO_MANY_EPOCHS", "LOSS_LABELS");
  }
}
