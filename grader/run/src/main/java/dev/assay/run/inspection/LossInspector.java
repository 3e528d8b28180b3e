package dev.assay.run.inspection;

import dev.assay.keras.losses.CategoricalCrossentropy;
import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.losses.SparseCategoricalCrossentropy;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;
import dev.assay.run.inspection.graphs.GraphFacts;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks that the loss of each output fits the labels and the last activation. */
final class LossInspector {
  /** The interval of the values that an operation returns. */
  private static final Map<String, String> BOUNDS =
      Map.of(
          "Sigmoid", "0 and 1", "Softmax", "0 and 1", "Tanh", "-1 and 1", "Softsign", "-1 and 1");

  private final ProblemSpec spec;
  private final FitPlan plan;
  private final OutputSpec output;
  private final Loss loss;
  private final String lastOperation;
  private final String name;
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
    this.name = number == 0 ? "The model" : "The output " + output.name();
    this.findings = findings;
  }

  /** Inspects every output of everything that is trained. */
  static void inspect(ProblemSpec spec, BuiltModel model, GraphFacts graph, Findings findings) {
    Iterator<String> lastOperations = graph.lastOperations().iterator();
    for (Manifest member : model.members()) {
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
      findings.error("LOSS_LABELS", lossMessage(), lossAdvice());
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

  private String lossMessage() {
    String labels =
        switch (labels()) {
          case NUMBERS -> "numbers";
          case ZERO_OR_ONE ->
              spec.task() == Task.MULTILABEL_CLASSIFICATION
                  ? String.format(Locale.ROOT, "0 or 1, one for each of %d labels", spec.outputs())
                  : "0 or 1, one for each example";
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
    return !plan.oneHotLabels() || isExclusive();
  }

  private String lossAdvice() {
    return switch (spec.task()) {
      case REGRESSION -> "Use Loss.MEAN_SQUARED_ERROR" + withoutOneHot();
      case MULTILABEL_CLASSIFICATION -> "Use Loss.BINARY_CROSSENTROPY" + withoutOneHot();
      case BINARY_CLASSIFICATION -> binaryLossAdvice();
      case MULTICLASS_CLASSIFICATION -> classLossAdvice();
    };
  }

  private String binaryLossAdvice() {
    if (isExclusive()) {
      return classLossAdvice()
          + " A single output, Dense.of(1) with SIGMOID, takes Loss.BINARY_CROSSENTROPY.";
    }
    boolean ofClasses =
        loss instanceof SparseCategoricalCrossentropy || loss instanceof CategoricalCrossentropy;
    return "Use Loss.BINARY_CROSSENTROPY"
        + (ofClasses
            ? "%s; %s needs an output for each class: Dense.of(2) with SOFTMAX."
                .formatted(
                    plan.oneHotLabels() ? " without withOneHotLabels()" : "",
                    loss.getClass().getSimpleName())
            : withoutOneHot());
  }

  private String classLossAdvice() {
    return loss.labels().contains(Labels.ONE_HOT)
        ? "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY, or add withOneHotLabels() to the plan."
        : "Use Loss.SPARSE_CATEGORICAL_CROSSENTROPY without one-hot labels.";
  }

  private String withoutOneHot() {
    return plan.oneHotLabels() ? ", and leave out withOneHotLabels()." : ".";
  }

  private void checkClassWeights() {
    if (plan.classWeights().areGiven() && spec.task() == Task.REGRESSION) {
      findings.error(
          "CLASS_WEIGHTS_OF_REGRESSION",
          "The plan weighs classes, but %s has none.".formatted(spec.problem()),
          "Leave out classWeights.");
    } else if (plan.classWeights().areGiven() && spec.task() == Task.MULTILABEL_CLASSIFICATION) {
      findings.error(
          "CLASS_WEIGHTS_OF_LABELS",
          "The plan weighs classes, but an example of %s has any number of labels."
              .formatted(spec.problem()),
          "Leave out classWeights; sampleWeights can weigh an example by its labels.");
    } else if (plan.classWeights().weights().keySet().stream()
        .anyMatch(label -> label >= spec.classes())) {
      findings.error(
          "CLASS_WEIGHTS",
          "The plan weighs classes that %s does not have.".formatted(spec.problem()),
          String.format(Locale.ROOT, "Its classes are 0 to %d.", spec.classes() - 1));
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
      warn(
          "ACTIVATION_AND_LOGITS",
          "ends in %s, but its loss takes logits.".formatted(activation()),
          "Leave out fromLogits() or the last activation.");
    } else if (outputs == Outputs.MARGINS && probabilities) {
      warn(
          "ACTIVATION_AND_MARGINS",
          "ends in %s, but its loss takes the sign of an output for its class."
              .formatted(activation()),
          "Leave out the last activation.");
    } else if (outputs == Outputs.PROBABILITIES && !probabilities) {
      findings.warn(
          "NO_PROBABILITIES",
          "The loss takes probabilities, but %s does not end in softmax or sigmoid."
              .formatted(name.replaceFirst("^The", "the")),
          String.format(
              Locale.ROOT,
              lastOperation.equals("Relu")
                  ? "Give the last layer .activation(%s) in place of RELU."
                  : "Add .activation(%s) to the last layer, or fromLogits() to the loss.",
              isExclusive() ? "SOFTMAX" : "SIGMOID"));
    } else if (softmax && output.spec().shape().equals(List.of(1))) {
      findings.warn(
          "SOFTMAX_OF_ONE",
          "Softmax of a single output is always 1.",
          spec.task() == Task.REGRESSION ? "Leave out the last activation." : "Use SIGMOID.");
    } else if (spec.task() == Task.REGRESSION
        && output.target() == null
        && BOUNDS.containsKey(lastOperation)) {
      warn(
          "BOUNDED_OUTPUT",
          "ends in %s, so all its outputs lie between %s, whatever the labels are."
              .formatted(activation(), BOUNDS.get(lastOperation)),
          "Leave out the last activation.");
    } else if (softmax
        && output.target() == null
        && spec.task() == Task.MULTILABEL_CLASSIFICATION) {
      warn(
          "SOFTMAX_OF_LABELS",
          "ends in softmax, but the labels of %s are not exclusive: an example has any number of them."
              .formatted(spec.problem()),
          "Use SIGMOID, which makes a probability for each label.");
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

  private void warn(String code, String what, String advice) {
    findings.warn(code, name + " " + what, advice);
  }
}
