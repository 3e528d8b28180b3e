package dev.assay.run.audit;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.problems.ProblemSpec;

/**
 * The numbers that a model brings along, beside what it could use them for.
 *
 * @param bytes of the numbers that no training gave it, after deflate
 * @param trained bytes of the weights that training changes, 4 for each
 * @param labels bytes of information in the hidden labels; 0 where the hidden set is not known
 * @param limit the most bytes that the problem allows
 */
public record BuiltIn(long bytes, long trained, long labels, long limit) {
  /** Up to this part of the limit they are usual: shapes, axes, rates, a scaling by hand. */
  private static final int USUAL = 4;

  /** Up to this part they are what even the smallest models have. */
  private static final int LEAST = 16;

  /** The multiple of the trained weights from which numbers above the least are large as well. */
  private static final int TIMES = 4;

  /** Bits that a real number takes to be known as well as most pass rules ask (R² up to 0.94). */
  private static final double BITS_OF_A_NUMBER = 2;

  /**
   * Compares a model's numbers with its problem.
   *
   * @param trainable how many of its weights training changes
   * @param hidden how many hidden examples there are; 0 where that is not known
   */
  public static BuiltIn of(ProblemSpec spec, long bytes, long trainable, int hidden) {
    double bits = hidden * bitsOfALabel(spec);
    return new BuiltIn(
        bytes,
        trainable * Float.BYTES,
        (long) Math.ceil(bits / Byte.SIZE),
        spec.limits().builtInBytes());
  }

  private static double bitsOfALabel(ProblemSpec spec) {
    return switch (spec.task()) {
      case REGRESSION -> BITS_OF_A_NUMBER;
      case MULTILABEL_CLASSIFICATION -> spec.classes();
      case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION ->
          Math.log(Math.max(2, spec.classes())) / Math.log(2);
    };
  }

  /** Tells whether they are more than the problem allows. */
  public boolean isTooLarge() {
    return bytes > limit;
  }

  /**
   * Whether they could hold the answers: they are more than a quarter of the limit, and more than
   * the trained weights or the hidden labels; or more than a sixteenth, and more than four times
   * the trained weights.
   */
  public boolean isLarge() {
    boolean beside = bytes > trained || (labels > 0 && bytes > labels);
    return (bytes > limit / USUAL && beside) || (bytes > limit / LEAST && bytes > TIMES * trained);
  }

  /** The warning for a model whose numbers are large. */
  public Finding finding() {
    return Finding.of(
        FindingCode.BUILT_IN_NUMBERS,
        "bytes",
        bytes,
        "trained",
        trained,
        "known",
        labels > 0,
        "labels",
        labels);
  }
}
