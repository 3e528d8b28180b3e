package dev.assay.findings;

/**
 * What the grader can notice about an answer; the page {@code grader/findings/docs/CODE.md}
 * explains each.
 */
public enum FindingCode implements TextCode {
  OPERATION_NOT_ALLOWED(Severity.ERROR, Stage.INSPECT),
  CONTROL_FLOW(Severity.ERROR, Stage.INSPECT),
  RANDOM_PREDICTIONS(Severity.ERROR, Stage.INSPECT),
  DEVICE(Severity.ERROR, Stage.INSPECT),
  ATTRIBUTE_NOT_ALLOWED(Severity.ERROR, Stage.INSPECT),
  TYPE_NOT_ALLOWED(Severity.ERROR, Stage.INSPECT),
  SHAPE_NOT_ALLOWED(Severity.ERROR, Stage.INSPECT),
  TOO_MANY_INPUTS(Severity.ERROR, Stage.INSPECT),
  FUNCTIONS(Severity.ERROR, Stage.INSPECT),
  OPERATION_NAME(Severity.ERROR, Stage.INSPECT),
  DUPLICATE_OPERATION(Severity.ERROR, Stage.INSPECT),
  UNKNOWN_INPUT(Severity.ERROR, Stage.INSPECT),
  CYCLE(Severity.ERROR, Stage.INSPECT),
  CONSTANT_SHAPE(Severity.ERROR, Stage.INSPECT),
  CONSTANT_TYPE(Severity.ERROR, Stage.INSPECT),
  CONSTANT_TOO_LARGE(Severity.ERROR, Stage.INSPECT),
  CONSTANTS_TOO_LARGE(Severity.ERROR, Stage.INSPECT),
  PLACEHOLDER(Severity.ERROR, Stage.INSPECT),
  MISSING_OPERATION(Severity.ERROR, Stage.INSPECT),
  INPUT(Severity.ERROR, Stage.INSPECT),
  WEIGHTS(Severity.ERROR, Stage.INSPECT),
  LABELS_IN_OUTPUT(Severity.ERROR, Stage.INSPECT),
  INPUT_UNUSED(Severity.ERROR, Stage.INSPECT),
  WEIGHTS_UNUSED(Severity.ERROR, Stage.INSPECT),
  INPUT_SHAPE(Severity.ERROR, Stage.INSPECT),
  OUTPUT_SHAPE(Severity.ERROR, Stage.INSPECT),
  LABELS(Severity.ERROR, Stage.INSPECT),
  TOO_MANY_PARAMETERS(Severity.ERROR, Stage.INSPECT),
  TOO_MUCH_COMPUTE(Severity.ERROR, Stage.INSPECT),
  TOO_MANY_BUILT_IN_NUMBERS(Severity.ERROR, Stage.INSPECT),
  NOTHING_TO_TRAIN(Severity.ERROR, Stage.INSPECT),
  TOO_MANY_EPOCHS(Severity.ERROR, Stage.INSPECT),
  ACCURACY_OF_REGRESSION(Severity.WARNING, Stage.INSPECT),
  UNKNOWN_MONITOR(Severity.ERROR, Stage.INSPECT),
  FILE_NAME_TAKEN(Severity.ERROR, Stage.INSPECT),
  TWO_LEARNING_RATES(Severity.ERROR, Stage.INSPECT),
  METRIC_OF_ONE_CLASS(Severity.WARNING, Stage.INSPECT),
  LOSS_LABELS(Severity.ERROR, Stage.INSPECT),
  CLASS_WEIGHTS_OF_REGRESSION(Severity.ERROR, Stage.INSPECT),
  CLASS_WEIGHTS_OF_LABELS(Severity.ERROR, Stage.INSPECT),
  CLASS_WEIGHTS(Severity.ERROR, Stage.INSPECT),
  ACTIVATION_AND_LOGITS(Severity.WARNING, Stage.INSPECT),
  ACTIVATION_AND_MARGINS(Severity.WARNING, Stage.INSPECT),
  NO_PROBABILITIES(Severity.WARNING, Stage.INSPECT),
  SOFTMAX_OF_ONE(Severity.WARNING, Stage.INSPECT),
  BOUNDED_OUTPUT(Severity.WARNING, Stage.INSPECT),
  SOFTMAX_OF_LABELS(Severity.WARNING, Stage.INSPECT),
  FORGED_COMPUTE(Severity.ERROR, Stage.TRAIN),
  NOT_LEARNING(Severity.WARNING, Stage.JUDGE),
  UNSTABLE(Severity.WARNING, Stage.JUDGE),
  STILL_IMPROVING(Severity.WARNING, Stage.JUDGE),
  OVERFITTING(Severity.WARNING, Stage.JUDGE),
  GENERALIZATION_GAP(Severity.WARNING, Stage.JUDGE),
  UNDERFITTING(Severity.WARNING, Stage.JUDGE),
  CHECKPOINT_MONITOR(Severity.WARNING, Stage.JUDGE),
  ENSEMBLE(Severity.INFO, Stage.JUDGE),
  UNTRAINED_POINTS(Severity.WARNING, Stage.JUDGE),
  BUILT_IN_NUMBERS(Severity.WARNING, Stage.AUDIT),
  PASSES_WITH_FEW_LABELS(Severity.ERROR, Stage.AUDIT),
  WORKER_RETRIED(Severity.INFO, Stage.PROCESS);

  private final Severity severity;
  private final Stage stage;

  FindingCode(Severity severity, Stage stage) {
    this.severity = severity;
    this.stage = stage;
  }

  /** Returns how much it usually matters; a finding may be milder than its code. */
  public Severity severity() {
    return severity;
  }

  /** Returns the stage that notices it. */
  public Stage stage() {
    return stage;
  }
}
