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
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.run.Models;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses, their labels, and the activations that suit them. */
class LossInspectorTest {
  @ParameterizedTest
  @CsvSource({
    "MULTICLASS_CLASSIFICATION, SPARSE_CATEGORICAL_CROSSENTROPY, false, true",
    "MULTICLASS_CLASSIFICATION, SPARSE_CATEGORICAL_CROSSENTROPY, true, false",
    "MULTICLASS_CLASSIFICATION, CATEGORICAL_CROSSENTROPY, false, false",
    "MULTICLASS_CLASSIFICATION, CATEGORICAL_CROSSENTROPY, true, true",
    "MULTICLASS_CLASSIFICATION, MEAN_SQUARED_ERROR, false, false",
    "MULTICLASS_CLASSIFICATION, MEAN_SQUARED_ERROR, true, true",
    "BINARY_CLASSIFICATION, BINARY_CROSSENTROPY, false, true",
    "BINARY_CLASSIFICATION, BINARY_CROSSENTROPY, true, false",
    "BINARY_CLASSIFICATION, SPARSE_CATEGORICAL_CROSSENTROPY, false, false",
    "REGRESSION, MEAN_SQUARED_ERROR, false, true",
    "REGRESSION, BINARY_CROSSENTROPY, false, false",
    "MULTILABEL_CLASSIFICATION, BINARY_CROSSENTROPY, false, true",
    "MULTILABEL_CLASSIFICATION, BINARY_FOCAL_CROSSENTROPY, false, true",
    "MULTILABEL_CLASSIFICATION, BINARY_CROSSENTROPY, true, false",
    "MULTILABEL_CLASSIFICATION, CATEGORICAL_CROSSENTROPY, false, false",
    "MULTILABEL_CLASSIFICATION, SPARSE_CATEGORICAL_CROSSENTROPY, false, false",
  })
  void aLossMustFitTheLabels(Task task, String constant, boolean oneHot, boolean fits)
      throws Exception {
    Loss loss = (Loss) Loss.class.getField(constant).get(null);
    ProblemSpec spec = spec(task);
    FitPlan plan = oneHot ? PLAN.withOneHotLabels() : PLAN;
    BuiltModel model = Models.of(loss, plan, spec.outputs());
    GraphFacts graph =
        facts(
            task == Task.MULTICLASS_CLASSIFICATION
                ? "Softmax"
                : task == Task.REGRESSION ? "BiasAdd" : "Sigmoid");
    if (fits) {
      warns(spec, model, graph);
    } else {
      refuses(
          spec,
          model,
          graph,
          "LOSS_LABELS",
          loss.getClass().getSimpleName(),
          "does not fit",
          "Use Loss.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPARSE_CATEGORICAL_CROSSENTROPY, false, true",
    "SPARSE_CATEGORICAL_CROSSENTROPY, true, false",
    "CATEGORICAL_CROSSENTROPY, false, false",
    "CATEGORICAL_CROSSENTROPY, true, true",
    "BINARY_CROSSENTROPY, true, true",
    "BINARY_CROSSENTROPY, false, false",
  })
  void aBinaryProblemTakesAnOutputForEachClass(String constant, boolean oneHot, boolean fits)
      throws Exception {
    Loss loss = (Loss) Loss.class.getField(constant).get(null);
    ProblemSpec spec = spec(Task.BINARY_CLASSIFICATION);
    BuiltModel model = Models.of(loss, oneHot ? PLAN.withOneHotLabels() : PLAN, 2);
    if (fits) {
      warns(spec, model, SOFTMAX);
    } else {
      refuses(spec, model, SOFTMAX, "LOSS_LABELS", "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY");
    }
  }

  @Test
  void twoOutputsOfABinaryProblemMayBeLogits() {
    ProblemSpec spec = spec(Task.BINARY_CLASSIFICATION);
    BuiltModel logits = Models.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits(), PLAN, 2);
    warns(spec, logits, facts("BiasAdd"));
    warns(spec, logits, SOFTMAX, "ACTIVATION_AND_LOGITS");
    BuiltModel probabilities = Models.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, PLAN, 2);
    warns(spec, probabilities, facts("BiasAdd"), "NO_PROBABILITIES");
  }

  @Test
  void aSingleOutputOfABinaryProblemIsToldWhatItsLossWouldNeed() {
    refuses(
        spec(Task.BINARY_CLASSIFICATION),
        Models.of(Loss.CATEGORICAL_CROSSENTROPY, PLAN.withOneHotLabels(), 1),
        facts("Sigmoid"),
        "LOSS_LABELS",
        "Use Loss.BINARY_CROSSENTROPY without withOneHotLabels()",
        "CategoricalCrossentropy needs an output for each class: Dense.of(2) with SOFTMAX");
  }

  @Test
  void categoricalWithoutOneHotSaysBothWaysOut() {
    BuiltModel model = Models.of(Loss.CATEGORICAL_CROSSENTROPY, PLAN, 3);
    refuses(
        iris(),
        model,
        SOFTMAX,
        "LOSS_LABELS",
        "which are class numbers",
        "SPARSE_CATEGORICAL_CROSSENTROPY, or add withOneHotLabels()");
  }

  @Test
  void theLastActivationMustSuitTheLoss() {
    BuiltModel probabilities = Models.of(Models.SPARSE, PLAN, 3);
    BuiltModel logits = Models.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits(), PLAN, 3);
    warns(iris(), logits, SOFTMAX, "ACTIVATION_AND_LOGITS");
    warns(iris(), probabilities, facts("BiasAdd"), "NO_PROBABILITIES");
    warns(iris(), logits, facts("BiasAdd"));
    ProblemSpec numbers = spec(Task.REGRESSION);
    BuiltModel regression = Models.of(Loss.MEAN_SQUARED_ERROR, PLAN, 1);
    warns(numbers, regression, SOFTMAX, "SOFTMAX_OF_ONE");
    warns(numbers, regression, facts("Tanh"), "BOUNDED_OUTPUT");
    warns(numbers, regression, facts("Sigmoid"), "BOUNDED_OUTPUT");
    warns(numbers, regression, facts("BiasAdd"));
  }

  @Test
  void labelsThatDoNotExcludeEachOtherNeedSigmoidsAndTheirOwnMetrics() {
    ProblemSpec labels = spec(Task.MULTILABEL_CLASSIFICATION);
    warns(labels, labels(PLAN, Metric.BINARY_ACCURACY), SOFTMAX, "SOFTMAX_OF_LABELS");
    warns(labels, labels(PLAN), facts("BiasAdd"), "NO_PROBABILITIES");
    for (Metric metric :
        List.of(Metric.ACCURACY, Metric.CATEGORICAL_ACCURACY, Metric.MEAN_IOU, Metric.F1_SCORE)) {
      warns(labels, labels(PLAN, metric), facts("Sigmoid"), "METRIC_OF_ONE_CLASS");
    }
    warns(
        labels,
        labels(PLAN, Metric.SUBSET_ACCURACY, Metric.F1_SCORE.threshold(0.5)),
        facts("Sigmoid"));
    refuses(
        labels,
        labels(PLAN.balancedClassWeights()),
        facts("Sigmoid"),
        "CLASS_WEIGHTS_OF_LABELS",
        "any number of labels. Remove classWeights; sampleWeights");
  }

  private static BuiltModel labels(FitPlan plan, Metric... metrics) {
    Head head = Head.of(Loss.BINARY_CROSSENTROPY, metrics);
    return outputs(plan, null, List.of(head), new OutputSpec("dense", OUTPUT, null));
  }

  @Test
  void everyOutputIsInspected() {
    List<Head> heads = List.of(Head.of(Models.SPARSE), Head.of(Loss.CATEGORICAL_CROSSENTROPY));
    OutputSpec first = new OutputSpec("dense", OUTPUT, null);
    refuses(
        iris(),
        outputs(PLAN, null, heads, first, new OutputSpec("early", OUTPUT, null)),
        facts("Softmax", "Softmax"),
        "LOSS_LABELS",
        "CategoricalCrossentropy");
    heads =
        List.of(Head.of(Models.SPARSE), Head.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits()));
    assertThat(
            Inspector.inspect(
                iris(),
                outputs(PLAN, null, heads, first, new OutputSpec("early", OUTPUT, null)),
                facts("Softmax", "Softmax")))
        .extracting(Finding::message)
        .containsExactly("The output early ends in softmax, but its loss expects logits.");
    refuses(
        iris(),
        outputs(PLAN, null, heads, first, new OutputSpec("early", INPUT, null)),
        facts("Softmax", "BiasAdd"),
        "OUTPUT_SHAPE",
        "The output early has shape (None, 4), but the labels of iris need (None, 3).");
  }
}
