package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.keras.training.EpochResult;
import java.util.List;

/**
 * How far a training would get if it went on.
 *
 * @param fell by which part the validation loss fell in the second half of the epochs
 * @param reach the value of the deciding metric after as much progress again: a training slows
 *     down, and what it would gain for ever, halving in each half, is as much as it gained in the
 *     last
 * @param threshold what passes
 * @param slows whether the second half brought less than the first, in more than a few epochs
 */
record Progress(double fell, double reach, double threshold, boolean slows) {
  /** A loss that falls by this part in half of the epochs is far from its end. */
  private static final double FAST = 0.2;

  /** So few epochs do not show where a training will level off. */
  private static final int FEW = 5;

  /** Looks at the second half of a history. */
  static Progress of(List<EpochResult> curve, Outcome outcome) {
    List<EpochResult> first = curve.subList(0, curve.size() - curve.size() / 2);
    double before = Curves.validation(Curves.lowest(first));
    double now = Curves.validation(Curves.lowest(curve));
    double fell = before == now ? 0 : (before - now) / Math.max(1e-9, Math.abs(before));
    String key = "val_" + outcome.metric();
    double gained = Math.max(0, best(curve, key) - best(first, key));
    double byMetric = Double.isNaN(gained) ? outcome.value() : outcome.value() + gained;
    double byLoss = 1 - (1 - outcome.value()) * (1 - Math.min(1, fell));
    double start = Curves.validation(curve.get(0));
    int late = curve.size() / 2;
    int early = first.size() - 1;
    boolean slows = curve.size() > FEW && !((before - now) * early >= (start - before) * late);
    return new Progress(fell, Math.max(byMetric, byLoss), outcome.threshold(), slows);
  }

  private static double best(List<EpochResult> curve, String key) {
    return curve.stream().mapToDouble(epoch -> Curves.value(epoch, key)).max().orElse(Double.NaN);
  }

  /** Returns whether more epochs alone could lead to a pass; true where no score is known. */
  boolean canPass() {
    return !slows || fell >= FAST || !(reach < threshold);
  }

  /** Returns whether the last epochs were the best and the losses had not levelled off. */
  static boolean endsBest(Observations observed, List<EpochResult> curve) {
    int epochs = observed.plan().epochs();
    boolean lastIsBest = Curves.lowest(curve).epoch() > epochs - Math.max(1, epochs / 10);
    return lastIsBest && (Curves.endsImproving(curve) || Curves.endsFalling(curve));
  }
}
