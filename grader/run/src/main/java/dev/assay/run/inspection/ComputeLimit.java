package dev.assay.run.inspection;

import dev.assay.findings.FindingCode;
import dev.assay.problems.ProblemSpec;

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
      findings.add(
          FindingCode.TOO_MUCH_COMPUTE,
          "flops",
          flops,
          "problem",
          spec.problem(),
          "limit",
          spec.limits().megaFlops(),
          "ensemble",
          members > 1);
    }
  }
}
