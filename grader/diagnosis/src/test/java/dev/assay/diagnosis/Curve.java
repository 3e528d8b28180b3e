package dev.assay.diagnosis;

import dev.assay.keras.training.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Histories that never were. The epoch with the lowest validation loss is kept. */
public final class Curve {
  private Curve() {}

  public static Map<String, Double> values(double loss, double validation) {
    return Map.of("loss", loss, "val_loss", validation);
  }

  /** A history of training losses and validation losses. */
  public static List<EpochResult> of(double[] losses, double... validation) {
    List<EpochResult> epochs = new ArrayList<>();
    int best = 0;
    for (int i = 0; i < losses.length; i++) {
      best = at(validation, i) < at(validation, best) ? i : best;
    }
    for (int i = 0; i < losses.length; i++) {
      epochs.add(new EpochResult(i + 1, 1, values(losses[i], at(validation, i)), 0.001, i == best));
    }
    return epochs;
  }

  /** The last value stands for all that are left out. */
  private static double at(double[] values, int i) {
    return values[Math.min(i, values.length - 1)];
  }

  /** Both losses fall by a tenth in each epoch. */
  public static List<EpochResult> falling(int epochs) {
    double[] losses = IntStream.range(0, epochs).mapToDouble(i -> Math.pow(0.9, i)).toArray();
    return of(losses, losses);
  }

  /** The same history with another epoch's weights kept. */
  public static List<EpochResult> keeping(int best, List<EpochResult> epochs) {
    return epochs.stream()
        .map(
            epoch ->
                new EpochResult(
                    epoch.epoch(),
                    epoch.seconds(),
                    epoch.values(),
                    epoch.learningRate(),
                    epoch.epoch() == best))
        .toList();
  }
}
