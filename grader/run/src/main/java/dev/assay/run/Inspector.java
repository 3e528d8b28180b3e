package dev.assay.run;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.Monitored;
import dev.assay.keras.losses.LossFunction;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.report.Finding;
import dev.assay.report.Severity;
import dev.assay.report.Verdict;
import dev.assay.worker.GraphFacts;
import dev.assay.worker.protocol.BuiltModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares a model with what its problem asks for, before anything runs it. */
final class Inspector {
  private final ProblemSpec spec;
  private final Manifest manifest;
  private final FitPlan plan;
  private final GraphFacts graph;
  private final List<Finding> findings = new ArrayList<>();

  private Inspector(ProblemSpec spec, BuiltModel model, GraphFacts graph) {
    this.spec = spec;
    this.manifest = model.manifest();
    this.plan = model.fit();
    this.graph = graph;
  }

  /**
   * Inspects.
   *
   * @return what is worth knowing of an accepted model
   * @throws Fault a CONTRACT_VIOLATION with all that is wrong
   */
  static List<Finding> inspect(ProblemSpec spec, BuiltModel model, GraphFacts graph) throws Fault {
    Inspector inspector = new Inspector(spec, model, graph);
    inspector.checkGraph();
    inspector.checkShapes();
    inspector.checkLimits();
    inspector.checkLoss();
    inspector.checkActivation();
    inspector.checkMetrics();
    inspector.checkLearningRate();
    return inspector.verdict();
  }

  private List<Finding> verdict() throws Fault {
    List<Finding> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      Finding first = errors.get(0);
      throw new Fault(Verdict.CONTRACT_VIOLATION, first.message() + " " + first.advice(), findings);
    }
    return findings;
  }

  private void checkGraph() {
    Set<String> refused = new TreeSet<>(graph.operations());
    refused.removeAll(AllowedOps.NAMES);
    if (!refused.isEmpty()) {
      error(
          "OPERATION_NOT_ALLOWED",
          "The model uses operations that are not allowed: %s."
              .formatted(String.join(", ", refused)),
          "Use array, math and neural-network operations only.");
    }
    if (graph.functions() > 0) {
      error("FUNCTIONS", "The model's graph carries functions.", "Build it without them.");
    }
  }

  private void checkShapes() {
    if (!manifest.input().equals(spec.input())) {
      error(
          "INPUT_SHAPE",
          "The model's input is %s %s; %s has %s %s."
              .formatted(
                  manifest.input().type(),
                  manifest.input().show(),
                  spec.problem(),
                  spec.input().type(),
                  spec.input().show()),
          "Leave the input as spec gives it.");
    }
    List<Integer> wanted = List.of(spec.outputs());
    if (!manifest.output().shape().equals(wanted)) {
      error(
          "OUTPUT_SHAPE",
          "The model's output has shape %s; %s needs (None, %d)."
              .formatted(manifest.output().show(), spec.problem(), spec.outputs()),
          manifest.output().shape().size() > 1
              ? "Put Flatten before the last Dense layers."
              : "End with Dense.of(%d).".formatted(spec.outputs()));
    }
  }

  private void checkLimits() {
    Limits limits = spec.limits();
    if (manifest.parameters() > limits.parameters()) {
      error(
          "TOO_MANY_PARAMETERS",
          "The model has %,d parameters; %s allows %,d."
              .formatted(manifest.parameters(), spec.problem(), limits.parameters()),
          "Make layers smaller, or pool before Flatten.");
    }
    if (manifest.trainableParameters() == 0) {
      error("NOTHING_TO_TRAIN", "The model has no trainable weights.", "Add a Dense layer.");
    }
    if (plan.epochs() > limits.epochs()) {
      error(
          "TOO_MANY_EPOCHS",
          "The plan asks for %d epochs; %s allows %d."
              .formatted(plan.epochs(), spec.problem(), limits.epochs()),
          "Ask for fewer; EarlyStopping ends training when it no longer helps.");
    }
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
      error("LOSS_LABELS", lossMessage(loss), lossAdvice(loss));
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
      warn(
          "ACTIVATION_AND_LOGITS",
          "The model ends in %s, but its loss takes logits."
              .formatted(last.toLowerCase(Locale.ROOT)),
          "Leave out fromLogits() or the last activation.");
    } else if (crossEntropy && !manifest.compilation().loss().logits() && !probabilities) {
      warn(
          "NO_PROBABILITIES",
          "The loss takes probabilities, but the model does not end in softmax or sigmoid.",
          "Add .activation(%s) to the last layer, or fromLogits() to the loss."
              .formatted(activation));
    } else if (spec.outputs() == 1 && last.equals("Softmax")) {
      warn(
          "SOFTMAX_OF_ONE",
          "Softmax of a single output is always 1.",
          "Use SIGMOID, or no activation for a regression.");
    }
  }

  private void checkMetrics() {
    Set<String> keys = new TreeSet<>(Set.of("loss", "val_loss"));
    for (Metric metric : manifest.compilation().metrics()) {
      keys.add(metric.key());
      keys.add("val_" + metric.key());
      if (metric == Metric.ACCURACY && spec.task() == Task.REGRESSION) {
        warn(
            "ACCURACY_OF_REGRESSION",
            "Accuracy says nothing about a regression.",
            "Use Metric.MEAN_ABSOLUTE_ERROR or Metric.R2_SCORE.");
      }
    }
    for (Callback callback : plan.callbacks()) {
      if (callback instanceof Monitored watching && !keys.contains(watching.monitor())) {
        error(
            "UNKNOWN_MONITOR",
            "%s watches %s, which is not among what this model reports: %s."
                .formatted(
                    callback.getClass().getSimpleName(),
                    watching.monitor(),
                    String.join(", ", keys)),
            "Watch \"val_loss\", or add the metric to compile.");
      }
    }
  }

  private void checkLearningRate() {
    var schedule = manifest.compilation().optimizer().schedule();
    if (plan.changesLearningRate() && !(schedule instanceof ConstantRate)) {
      error(
          "TWO_LEARNING_RATES",
          "A callback changes the learning rate, but the optimizer has a schedule (%s)."
              .formatted(schedule.getClass().getSimpleName()),
          "Give the optimizer a constant learning rate, or leave the callback out.");
    }
  }

  private void error(String code, String message, String advice) {
    findings.add(new Finding(code, Severity.ERROR, message, advice));
  }

  private void warn(String code, String message, String advice) {
    findings.add(new Finding(code, Severity.WARNING, message, advice));
  }
}
