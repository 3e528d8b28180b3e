package dev.assay.run;

import dev.assay.problems.ProblemSpec;
import dev.assay.report.Finding;
import dev.assay.report.Severity;
import dev.assay.report.Verdict;
import java.util.List;
import java.util.Locale;

/** What a model computes for a prediction is within the problem's limit, and what was said. */
final class Compute {
  private Compute() {}

  /**
   * Compares with the limit.
   *
   * @param flops of one prediction
   * @param members that are trained
   */
  static void check(long flops, int members, ProblemSpec spec, Findings findings) {
    if (flops > spec.limits().flops()) {
      findings.error(
          "TOO_MUCH_COMPUTE",
          String.format(
              Locale.ROOT,
              "A prediction takes %,.1f million floating-point operations (MFLOPs); %s allows %,d.",
              millions(flops),
              spec.problem(),
              spec.limits().megaFlops()),
          "Use fewer filters or units, or larger strides, or pool earlier%s. Values that are only moved, as by tile, transpose or gather, count too."
              .formatted(members > 1 ? ", or take fewer members" : ""));
    }
  }

  /**
   * A builder's process has said something else than what its graph computes.
   *
   * @param said in the model's description, and within the limit
   * @param counted by a process of our own
   */
  static Fault forged(long said, long counted) {
    String message =
        String.format(
            Locale.ROOT,
            "The model's description says that a prediction takes %,d floating-point operations; its graph takes %,d.",
            said,
            counted);
    String advice = "Leave graph and description to Assay.";
    return new Fault(
        Verdict.CONTRACT_VIOLATION,
        message + " " + advice,
        List.of(new Finding("FORGED_COMPUTE", Severity.ERROR, message, advice)));
  }

  /** Rounded up, so that what is above a limit never looks like it. */
  private static double millions(long flops) {
    return Math.ceil(flops / 1e5) / 10;
  }
}
