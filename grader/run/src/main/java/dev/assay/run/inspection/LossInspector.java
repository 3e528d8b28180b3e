package dev.assay.run.inspection;

import dev.assay.findings.FindingCode;
import dev.assay.keras.losses.CategoricalCrossentropy;
import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks that the loss of each output fits the labels and the last activation. */
final class LossInspector {
  /** The operations whose values lie between -1 and 1; see {@link #UNIT}. */
  private static final Set<String> SYMMETRIC = Set.of("Tanh", "Softsign");

  /** The operations whose values lie between 0 and 1. */
  private static final Set<String> UNIT = Set.of("Sigmoid", "Softmax");

  private final ProblemSpec spec;
  private final FitPlan plan;
  private final OutputSpec output;
  private final Loss loss;
  private final String lastOperation;
  private final boolean isFirst;
  private final Findings findings;

  private LossInspector(
      ProblemSpec spec,
      FitPlan plan,
      Manifest model,
      int number,
      String lastOperation,
      Findings findings) {
    this.spec = spec;
    this.plan = plan;
    this.output = model.heads().outputs().get(number);
    this.loss = model.compilation().heads().get(number).loss();
    this.lastOperation = lastOperation;
    this.isFirst = number == 0;
    this.findings = findings;
  }

  /** Inspects every output of everything that is trained. */
  static void inspect(ProblemSpec spec, BuiltModel model, GraphFacts graph, Findings findings) {
    Iterator<String> lastOperations = graph.lastOperations().iterator();
    for (Manifest member : model.trained()) {
      for (int i = 0; i < member.heads().outputs().size(); i++) {
        String last = lastOperations.next();
        new LossInspector(spec, model.fit(), member, i, last, findings).inspect();
      }
    }
  }

  private void inspect() {
    checkLoss();
    checkClassWeights();
    checkActivation();
  }

  /** Leaves out what is compared with a target of the answer's own. */
  private void checkLoss() {
    if (output.target() == null
        && hasKnownLabels()
        && (!taskTakesOneHot() || !loss.labels().contains(labels()))) {
      addLossLabels();
    }
  }

  /**
   * Tells whether it is clear what a binary problem's output is compared with: its width decides.
   */
  private boolean hasKnownLabels() {
    List<Integer> shape = output.spec().shape();
    return spec.task() != Task.BINARY_CLASSIFICATION
        || (shape.size() == 1 && spec.takes(shape.get(0)));
  }

  private Labels labels() {
    return switch (spec.task()) {
      case REGRESSION -> Labels.NUMBERS;
      case MULTILABEL_CLASSIFICATION -> Labels.ZERO_OR_ONE;
      case BINARY_CLASSIFICATION -> isExclusive() ? classLabels() : Labels.ZERO_OR_ONE;
      case MULTICLASS_CLASSIFICATION -> classLabels();
    };
  }

  private Labels classLabels() {
    return plan.oneHotLabels() ? Labels.ONE_HOT : Labels.CLASS_NUMBERS;
  }

  private void addLossLabels() {
    findings.add(
        FindingCode.LOSS_LABELS,
        "loss",
        loss.getClass().getSimpleName(),
        "problem",
        spec.problem(),
        "labels",
        shownLabels(),
        "outputs",
        spec.outputs(),
        "oneHotRefused",
        !taskTakesOneHot(),
        "todo",
        nextStep(),
        "oneHot",
        plan.oneHotLabels(),
        "pair",
        spec.task() == Task.BINARY_CLASSIFICATION && isExclusive());
  }

  private String shownLabels() {
    return labels() == Labels.ZERO_OR_ONE
        ? spec.task() == Task.MULTILABEL_CLASSIFICATION ? "EACH_LABEL" : "EACH_EXAMPLE"
        : labels().name();
  }

  private boolean taskTakesOneHot() {
    return !plan.oneHotLabels() || isExclusive();
  }

  private String nextStep() {
    return switch (spec.task()) {
      case REGRESSION -> "REGRESSION";
      case MULTILABEL_CLASSIFICATION -> "BINARY";
      case BINARY_CLASSIFICATION ->
          isExclusive() ? classLoss() : isLossOfClasses() ? "BINARY_OF_CLASSES" : "BINARY";
      case MULTICLASS_CLASSIFICATION -> classLoss();
    };
  }

  private boolean isLossOfClasses() {
    return loss instanceof SparseCategoricalCrossentropy || loss instanceof CategoricalCrossentropy;
  }

  private String classLoss() {
    return loss.labels().contains(Labels.ONE_HOT) ? "ONE_HOT_LOSS" : "CLASS_LOSS";
  }

  private void checkClassWeights() {
    if (plan.classWeights().areGiven() && spec.task() == Task.REGRESSION) {
      findings.add(FindingCode.CLASS_WEIGHTS_OF_REGRESSION, "problem", spec.problem());
    } else if (plan.classWeights().areGiven() && spec.task() == Task.MULTILABEL_CLASSIFICATION) {
      findings.add(FindingCode.CLASS_WEIGHTS_OF_LABELS, "problem", spec.problem());
    } else if (plan.classWeights().weights().keySet().stream()
        .anyMatch(label -> label >= spec.classes())) {
      findings.add(
          FindingCode.CLASS_WEIGHTS, "problem", spec.problem(), "last", spec.classes() - 1);
    }
  }

  /**
   * Probabilities where logits are expected, and the other way round, train badly without an error.
   */
  private void checkActivation() {
    Outputs outputs = loss.outputs();
    boolean softmax = lastOperation.equals("Softmax");
    boolean probabilities = softmax || lastOperation.equals("Sigmoid");
    if (outputs.areLogits() && probabilities) {
      warn(FindingCode.ACTIVATION_AND_LOGITS, "activation", activation());
    } else if (outputs == Outputs.MARGINS && probabilities) {
      warn(FindingCode.ACTIVATION_AND_MARGINS, "activation", activation());
    } else if (outputs == Outputs.PROBABILITIES && !probabilities) {
      boolean relu = lastOperation.equals("Relu");
      String activation = isExclusive() ? "SOFTMAX" : "SIGMOID";
      warn(FindingCode.NO_PROBABILITIES, "relu", relu, "activation", activation);
    } else if (softmax && output.spec().shape().equals(List.of(1))) {
      findings.add(FindingCode.SOFTMAX_OF_ONE, "regression", spec.task() == Task.REGRESSION);
    } else if (output.target() == null) {
      checkRange(softmax);
    }
  }

  /** Compares the range of the last activation with that of the labels. */
  private void checkRange(boolean softmax) {
    boolean symmetric = SYMMETRIC.contains(lastOperation);
    if (spec.task() == Task.REGRESSION && (symmetric || UNIT.contains(lastOperation))) {
      String range = symmetric ? "SYMMETRIC" : "UNIT";
      warn(FindingCode.BOUNDED_OUTPUT, "activation", activation(), "range", range);
    } else if (softmax && spec.task() == Task.MULTILABEL_CLASSIFICATION) {
      warn(FindingCode.SOFTMAX_OF_LABELS, "problem", spec.problem());
    }
  }

  /**
   * Tells whether the output has a value for each of several classes, one of which is the right
   * one.
   */
  private boolean isExclusive() {
    return spec.task() == Task.MULTICLASS_CLASSIFICATION
        || (spec.task() == Task.BINARY_CLASSIFICATION
            && output.spec().shape().equals(List.of(spec.classes())));
  }

  private String activation() {
    return lastOperation.toLowerCase(Locale.ROOT);
  }

  /** Adds a finding that names the output. */
  private void warn(FindingCode code, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("output", isFirst ? "MODEL" : "HELPER", "name", output.name()));
    findings.add(code, all.toArray());
  }
}
