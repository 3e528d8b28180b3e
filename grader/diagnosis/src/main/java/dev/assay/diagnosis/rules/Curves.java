package dev.assay.diagnosis.rules;

import dev.assay.keras.training.EpochResult;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the values of a history. */
public final class Curves {
  /** A training loss that never differs by more than this part of it has not begun to fall. */
  private static final double FLAT = 0.001;

  /** A validation loss so far above its best is more than noise. */
  private static final double RISE = 0.1;

  /** A loss that fell by this part over the last quarter is still falling. */
  private static final double STEADY = 0.01;

  /** A training loss so far above the one before did not get there by chance. */
  private static final double JUMP = 1.5;

  /** One below this part of the first epoch's has learned what it jumps about. */
  private static final double LEARNED = 0.5;

  private Curves() {}

  static double value(EpochResult epoch, String key) {
    return epoch.values().getOrDefault(key, Double.NaN);
  }

  static double loss(EpochResult epoch) {
    return value(epoch, "loss");
  }

  static double validation(EpochResult epoch) {
    return value(epoch, "val_loss");
  }

  /** The epoch whose weights are graded; the last one where none is marked. */
  static EpochResult kept(List<EpochResult> curve) {
    return curve.stream()
        .filter(EpochResult::best)
        .reduce((earlier, later) -> later)
        .orElse(last(curve));
  }

  static EpochResult last(List<EpochResult> curve) {
    return curve.get(curve.size() - 1);
  }

  /** The epoch with the lowest validation loss. */
  static EpochResult lowest(List<EpochResult> curve) {
    return curve.stream()
        .filter(epoch -> Double.isFinite(validation(epoch)))
        .min(Comparator.comparingDouble(Curves::validation))
        .orElse(last(curve));
  }

  /** Raises a loss by a part of its size; some losses, such as a cosine's, are negative. */
  static double more(double loss, double part) {
    return loss + part * Math.abs(loss);
  }

  static boolean rises(EpochResult from, EpochResult to) {
    return validation(to) > more(validation(from), RISE);
  }

  /** Returns whether the training loss hardly moves in several epochs. */
  static boolean isFlat(List<EpochResult> curve) {
    DoubleSummaryStatistics losses = curve.stream().mapToDouble(Curves::loss).summaryStatistics();
    return curve.size() > 1
        && losses.getMax() - losses.getMin() <= FLAT * Math.abs(losses.getMax());
  }

  /** Returns whether the training loss fell in the last quarter of the epochs. */
  static boolean endsFalling(List<EpochResult> curve) {
    int last = curve.size() - 1;
    EpochResult before = curve.get(Math.max(0, last - Math.max(1, curve.size() / 4)));
    return curve.size() == 1 || loss(curve.get(last)) < more(loss(before), -STEADY);
  }

  /** Returns whether the validation loss fell in the last quarter of the epochs. */
  public static boolean endsImproving(List<EpochResult> curve) {
    int last = curve.size() - 1;
    int from = Math.max(0, last - Math.max(1, curve.size() / 4));
    double before = validation(curve.get(from));
    double after =
        curve.subList(from + 1 > last ? last : from + 1, last + 1).stream()
            .mapToDouble(Curves::validation)
            .min()
            .orElse(before);
    return curve.size() == 1 || after < more(before, -STEADY);
  }

  /** The epochs in which the training loss jumps up from where it had not learned much. */
  static long jumps(List<EpochResult> curve) {
    double least = more(loss(curve.get(0)), LEARNED - 1);
    return IntStream.range(1, curve.size())
        .filter(i -> loss(curve.get(i)) > least)
        .filter(i -> loss(curve.get(i)) > more(loss(curve.get(i - 1)), JUMP - 1))
        .count();
  }
}
