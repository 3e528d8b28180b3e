package dev.assay.cli;

import dev.assay.keras.training.EpochResult;
import dev.assay.worker.protocol.Message;
import java.util.Locale;
import java.util.Map;

/** A line for each epoch, as Keras prints it. */
final class EpochLines {
  private static final int BAR = 16;

  private int epochs = 1;
  private int running;
  private long start;

  void begin(int count) {
    epochs = count;
    start = System.nanoTime();
  }

  /** While the epoch runs: a bar and the time left in it. */
  String running(Message.Step step) {
    if (step.epoch() != running) {
      running = step.epoch();
      start = System.nanoTime();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double left = seconds / step.step() * (step.steps() - step.step());
    return line(
        step.epoch(),
        (double) step.step() / step.steps(),
        Units.seconds(left) + " left",
        step.values());
  }

  /** When it is done: its time, loss and metrics, and a mark if its weights were saved. */
  String done(EpochResult result) {
    String line = line(result.epoch(), 1, Units.seconds(result.seconds()), result.values());
    return result.best() ? line + "  * best, saved" : line;
  }

  private String line(int epoch, double share, String time, Map<String, Double> values) {
    int width = Integer.toString(epochs).length();
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "  %" + width + "d/%d %s %6s",
                epoch,
                epochs,
                Units.bar(share, BAR),
                time));
    values.forEach(
        (key, value) -> line.append(String.format(Locale.ROOT, "  %s %.4f", key, value)));
    return line.toString();
  }
}
