package dev.assay.run;

import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.worker.GraphFacts;
import dev.assay.worker.protocol.BuiltModel;
import java.util.Locale;

/** Whether a model's loss fits the labels and its last activation. */
final class LossInspector {
  private final ProblemSpec spec;
  private final Manifest manifest;
  private final FitPlan plan;
  private final GraphFacts graph;
  private final Findings findings;

  LossInspector(ProblemSpec spec, BuiltModel model, GraphFacts graph, Findings findings) {
    this.spec = spec;
    this.manifest = model.manifest();
    this.plan = model.fit();
    this.graph = graph;
    this.findings = findings;
  }

  void inspect() {
    checkLoss();
    checkClassWeights();
    graph.lastOperations().forEach(this::checkActivation);
  }

  private void checkLoss() {
    Loss loss = manifest.compilation().loss();
    if (!taskTakesOneHot() || !loss.labels().contains(labels())) {
      findings.error("LOSS_LABELS", lossMessage(loss), lossAdvice(loss));
    }
  }

  private Labels labels() {
    return switch (spec.task()) {
      case REGRESSION -> Labels.NUMBERS;
      case BINARY_CLASSIFICATION -> Labels.ZERO_OR_ONE;
      case MULTICLASS_CLASSIFICATION -> plan.oneHotLabels() ? Labels.ONE_HOT : Labels.CLASS_NUMBERS;
    };
  }

  private String lossMessage(Loss loss) {
    String labels =
        switch (labels()) {
          case NUMBERS -> "numbers";
          case ZERO_OR_ONE -> "0 or 1, one for each example";
          case ONE_HOT -> "one-hot vectors (the plan asks for it)";
          case CLASS_NUMBERS -> "class numbers";
        };
    return "The loss %s does not fit the labels of %s, which are %s."
        .formatted(
            loss.getClass().getSimpleName(),
            spec.problem(),
            labels + (taskTakesOneHot() ? "" : ", not one-hot"));
  }

  private boolean taskTakesOneHot() {
    return !plan.oneHotLabels() || spec.task() == Task.MULTICLASS_CLASSIFICATION;
  }

  private String lossAdvice(Loss loss) {
    return switch (spec.task()) {
      case REGRESSION -> "Use Loss.MEAN_SQUARED_ERROR, without one-hot labels.";
      case BINARY_CLASSIFICATION -> "Use Loss.BINARY_CROSSENTROPY, without one-hot labels.";
      case MULTICLASS_CLASSIFICATION ->
          loss.labels().contains(Labels.ONE_HOT)
              ? "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY, or add withOneHotLabels() to the plan."
              : "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY without one-hot labels.";
    };
  }

  private void checkClassWeights() {
    if (plan.classWeights().areGiven() && spec.task() == Task.REGRESSION) {
      findings.error(
          "CLASS_WEIGHTS_OF_REGRESSION",
          "The plan weighs classes, but %s has none.".formatted(spec.problem()),
          "Leave out classWeights.");
    }
    if (plan.classWeights().weights().keySet().stream().anyMatch(label -> label >= spec.classes())
        && spec.task() != Task.REGRESSION) {
      findings.error(
          "CLASS_WEIGHTS",
          "The plan weighs classes that %s does not have.".formatted(spec.problem()),
          "Its classes are 0 to %d.".formatted(spec.classes() - 1));
    }
  }

  /**
   * Probabilities where logits are expected, and the other way round, train badly without an error.
   */
  private void checkActivation(String last) {
    Outputs outputs = manifest.compilation().loss().outputs();
    boolean probabilities = last.equals("Softmax") || last.equals("Sigmoid");
    String activation = spec.outputs() == 1 ? "SIGMOID" : "SOFTMAX";
    if (outputs.areLogits() && probabilities) {
      findings.warn(
          "ACTIVATION_AND_LOGITS",
          "The model ends in %s, but its loss takes logits."
              .formatted(last.toLowerCase(Locale.ROOT)),
          "Leave out fromLogits() or the last activation.");
    } else if (outputs == Outputs.MARGINS && probabilities) {
      findings.warn(
          "ACTIVATION_AND_MARGINS",
          "The model ends in %s, but its loss takes the sign of an output for its class."
              .formatted(last.toLowerCase(Locale.ROOT)),
          "Leave out the last activation.");
    } else if (outputs == Outputs.PROBABILITIES && !probabilities) {
      findings.warn(
          "NO_PROBABILITIES",
          "The loss takes probabilities, but the model does not end in softmax or sigmoid.",
          "Add .activation(%s) to the last layer, or fromLogits() to the loss."
              .formatted(activation));
    } else if (spec.outputs() == 1 && last.equals("Softmax")) {
      findings.warn(
          "SOFTMAX_OF_ONE",
          "Softmax of a single output is always 1.",
          "Use SIGMOID, or no activation for a regression.");
    }
  }
}
