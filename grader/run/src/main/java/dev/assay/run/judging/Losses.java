package dev.assay.run.judging;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.report.Verdict;
import dev.assay.report.model.Reload;
import dev.assay.run.grading.Stop;
import java.util.Optional;

/** Compares a loss that training recorded with that of the reloaded weights. */
public final class Losses {
  /** Relative; float32 has 24 bits, and a loss is a sum over a few thousand examples. */
  private static final double RELOAD_TOLERANCE = 1e-5;

  private Losses() {}

  /** Tells whether both are the same loss of the same weights; false where one is NaN. */
  static boolean agree(double recorded, double reloaded) {
    return Math.abs(recorded - reloaded) <= RELOAD_TOLERANCE * Math.max(1, Math.abs(recorded));
  }

  /**
   * The grader's own fault where the loss that training recorded for the weights it kept is not
   * what they give when they are reloaded.
   */
  public static Optional<Stop> checkReload(Reload reload) {
    return agree(reload.recorded(), reload.reloaded())
        ? Optional.empty()
        : Optional.of(
            new Stop(
                Verdict.GRADER_ERROR,
                Sentence.of(
                    FaultCode.RELOADED_OTHERWISE,
                    "reloaded",
                    reload.reloaded(),
                    "recorded",
                    reload.recorded())));
  }
}
