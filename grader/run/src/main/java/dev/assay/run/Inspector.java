package dev.assay.run;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Manifest;
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
    inspector.checkClassWeights();
    inspector.checkActivation();
    inspector.checkMetrics();
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
    Loss loss = manifest.compilation().loss();
    if (!taskTakesOneHot() || !loss.labels().contains(labels())) {
      error("LOSS_LABELS", lossMessage(loss), lossAdvice(loss));
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
      error(
          "CLASS_WEIGHTS_OF_REGRESSION",
          "The plan weighs classes, but %s has none.".formatted(spec.problem()),
          "Leave out classWeights.");
    }
    if (plan.classWeights().weights().keySet().stream().anyMatch(label -> label >= spec.classes())
        && spec.task() != Task.REGRESSION) {
      error(
          "CLASS_WEIGHTS",
          "The plan weighs classes that %s does not have.".formatted(spec.problem()),
          "Its classes are 0 to %d.".formatted(spec.classes() - 1));
    }
  }

  /**
   * Probabilities where logits are expected, and the other way round, train badly without an error.
   */
  private void checkActivation() {
    String last = graph.lastOperation();
    Outputs outputs = manifest.compilation().loss().outputs();
    boolean probabilities = last.equals("Softmax") || last.equals("Sigmoid");
    String activation = spec.outputs() == 1 ? "SIGMOID" : "SOFTMAX";
    if (outputs.areLogits() && probabilities) {
      warn(
          "ACTIVATION_AND_LOGITS",
          "The model ends in %s, but its loss takes logits."
              .formatted(last.toLowerCase(Locale.ROOT)),
          "Leave out fromLogits() or the last activation.");
    } else if (outputs == Outputs.MARGINS && probabilities) {
      warn(
          "ACTIVATION_AND_MARGINS",
          "The model ends in %s, but its loss takes the sign of an output for its class."
              .formatted(last.toLowerCase(Locale.ROOT)),
          "Leave out the last activation.");
    } else if (outputs == Outputs.PROBABILITIES && !probabilities) {
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
    for (String key : manifest.compilation().keys()) {
      keys.add(key);
      keys.add("val_" + key);
    }
    if (spec.task() == Task.REGRESSION
        && manifest.compilation().metrics().contains(Metric.ACCURACY)) {
      warn(
          "ACCURACY_OF_REGRESSION",
          "Accuracy says nothing about a regression.",
          "Use Metric.MEAN_ABSOLUTE_ERROR or Metric.R2_SCORE.");
    }
    for (Callback callback : plan.callbacks()) {
      if (!keys.contains(callback.monitor())) {
        error(
            "UNKNOWN_MONITOR",
            "%s watches %s, which is not among what this model reports: %s."
                .formatted(
                    callback.getClass().getSimpleName(),
                    callback.monitor(),
                    String.join(", ", keys)),
            "Watch \"val_loss\", or add the metric to compile.");
      }
    }
  }

  private void error(String code, String message, String advice) {
    findings.add(new Finding(code, Severity.ERROR, message, advice));
  }

  private void warn(String code, String message, String advice) {
    findings.add(new Finding(code, Severity.WARNING, message, advice));
  }
}
