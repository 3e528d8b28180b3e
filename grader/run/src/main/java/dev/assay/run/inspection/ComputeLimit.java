package dev.assay.run.inspection;

import dev.assay.problems.ProblemSpec;
import java.util.Locale;

/** Compares what a prediction computes with the problem's limit. */
final class ComputeLimit {
  private ComputeLimit() {}

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

  /** Rounded up, so that what is above a limit never looks like it. */
  private static double millions(long flops) {
    return Math.ceil(flops / 1e5) / 10;
  }
}
