package dev.assay.bench.assay;

import dev.assay.keras.training.EpochResult;
import dev.assay.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Times each pass from where the one before had been validated to its own last step. */
final class PassTimes implements TrainingListener {
  private final List<Double> seconds = new ArrayList<>();
  private Map<String, Double> values = Map.of();
  private long begin;
  private long lastStep;

  /** Training begins now. */
  void start() {
    begin = System.nanoTime();
  }

  @Override
  public void onStep(int epoch, int step, int steps, Supplier<Map<String, Double>> soFar) {
    lastStep = System.nanoTime();
  }

  @Override
  public void onEpoch(EpochResult result) {
    seconds.add((lastStep - begin) / 1e9);
    values = result.values();
    begin = System.nanoTime();
  }

  @Override
  public void onBest(Map<String, float[]> weights) {}

  /** The seconds of every {@code passes} passes together. */
  List<Double> sums(int passes) {
    List<Double> sums = new ArrayList<>();
    for (int from = 0; from < seconds.size(); from += passes) {
      List<Double> part = seconds.subList(from, Math.min(from + passes, seconds.size()));
      sums.add(part.stream().mapToDouble(Double::doubleValue).sum());
    }
    return sums;
  }

  /** A value of the last pass. */
  double last(String key) {
    return Objects.requireNonNull(values.get(key), key);
  }
}
