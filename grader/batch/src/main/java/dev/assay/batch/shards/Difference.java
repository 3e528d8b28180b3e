package dev.assay.batch.shards;

/**
 * Something in which a result is not as its plan says.
 *
 * @param submission whose
 * @param problem of the result
 * @param subject what differs
 * @param found in the result
 * @param planned in the plan
 */
public record Difference(
    String submission, String problem, Subject subject, String found, String planned) {
  /** The things that a result must have in common with its plan. */
  public enum Subject {
    /** The version of Assay. */
    ASSAY,
    /** The version of TensorFlow Java. */
    TENSORFLOW,
    /** The version of Java. */
    JAVA,
    /** The submission's sources. */
    SOURCES,
    /** The problem's data, pass rule and limits. */
    RULE,
    /** The data as it was read. */
    DATA,
    /** The seed. */
    SEED,
    /** The mode of training, which may give up bit-equal results. */
    MODE,
    /** The audit, which trains all that pass once more. */
    AUDIT
  }
}
