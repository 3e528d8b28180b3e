package dev.assay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a network is trained.
 *
 * @param batch examples a step; the last step of a pass takes what is left
 * @param passes over the examples in each epoch that is timed, each in a new random order
 * @param epochs that are timed
 * @param threads for the kernels
 */
public record Schedule(int batch, int passes, int epochs, int threads) {
  /** One pass over the examples. */
  @FunctionalInterface
  public interface Pass {
    /** Trains on every example once. */
    void run() throws Exception;
  }

  /** An epoch that is timed, for people; the examples are said as "60000 images". */
  public String describe(String examples) {
    return String.format(
        Locale.ROOT,
        "%s of %s in batches of %d",
        passes == 1 ? "one pass" : passes + " passes",
        examples,
        batch);
  }

  /** Runs all passes; returns the seconds of each epoch. */
  public List<Double> time(Pass pass) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      long start = System.nanoTime();
      for (int i = 0; i < passes; i++) {
        pass.run();
      }
      seconds.add((System.nanoTime() - start) / 1e9);
    }
    return seconds;
  }
}
