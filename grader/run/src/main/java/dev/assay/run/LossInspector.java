package dev.assay.run;

import dev.assay.keras.losses.LossFunction;
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
    checkActivation();
  }

  private void checkLoss() {
    LossFunction loss = manifest.compilation().loss().function();
    boolean fits =
        switch (spec.task()) {
          case REGRESSION -> loss == LossFunction.MEAN_SQUARED_ERROR && !plan.oneHotLabels();
          case BINARY_CLASSIFICATION ->
              !plan.oneHotLabels()
                  && (loss == LossFunction.BINARY_CROSSENTROPY
                      || loss == LossFunction.MEAN_SQUARED_ERROR);
          case MULTICLASS_CLASSIFICATION ->
              plan.oneHotLabels() != (loss == LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY);
        };
    if (!fits) {
      findings.error("LOSS_LABELS", lossMessage(loss), lossAdvice(loss));
    }
  }

  private String lossMessage(LossFunction loss) {
    String labels =
        switch (spec.task()) {
          case REGRESSION -> "numbers";
          case BINARY_CLASSIFICATION -> "0 or 1, one for each example";
          case MULTICLASS_CLASSIFICATION ->
              plan.oneHotLabels() ? "one-hot vectors (the plan asks for it)" : "class numbers";
        };
    return "The loss %s does not fit the labels of %s, which are %s."
        .formatted(loss, spec.problem(), labels + (taskTakesOneHot() ? "" : ", not one-hot"));
  }

  private boolean taskTakesOneHot() {
    return !plan.oneHotLabels() || spec.task() == Task.MULTICLASS_CLASSIFICATION;
  }

  private String lossAdvice(LossFunction loss) {
    return switch (spec.task()) {
      case REGRESSION -> "Use Loss.MEAN_SQUARED_ERROR, without one-hot labels.";
      case BINARY_CLASSIFICATION -> "Use Loss.BINARY_CROSSENTROPY, without one-hot labels.";
      case MULTICLASS_CLASSIFICATION ->
          loss == LossFunction.CATEGORICAL_CROSSENTROPY
              ? "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY, or add withOneHotLabels() to the plan."
              : "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY without one-hot labels.";
    };
  }

  /**
   * Probabilities where logits are expected, and the other way round, train badly without an error.
   */
  private void checkActivation() {
    String last = graph.lastOperation();
    boolean crossEntropy =
        manifest.compilation().loss().function() != LossFunction.MEAN_SQUARED_ERROR;
    boolean probabilities = last.equals("Softmax") || last.equals("Sigmoid");
    String activation = spec.outputs() == 1 ? "SIGMOID" : "SOFTMAX";
    if (crossEntropy && manifest.compilation().loss().logits() && probabilities) {
      findings.warn(
          "ACTIVATION_AND_LOGITS",
          "The model ends in %s, but its loss takes logits."
              .formatted(last.toLowerCase(Locale.ROOT)),
          "Leave out fromLogits() or the last activation.");
    } else if (crossEntropy && !manifest.compilation().loss().logits() && !probabilities) {
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
