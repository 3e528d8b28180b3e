package dev.assay.worker.measuring;

import dev.assay.protocol.Job;
import dev.assay.protocol.ModelMeasurement.Values;
import java.util.Arrays;

/** Gathers the values of a watched tensor, unit by unit. */
final class ValueMeter {
  private static final double STUCK = 0.95;

  private final Job.Watched watched;
  private double[] squares = {};
  private float[] highest = {};
  private float[] lowest = {};
  private long[] ends = {};
  private long places;
  private double sum;

  ValueMeter(Job.Watched watched) {
    this.watched = watched;
  }

  /** Adds values whose last axis has so many units. */
  void add(float[] values, int units) {
    if (squares.length == 0) {
      begin(units);
    }
    for (int i = 0; i < values.length; i++) {
      int unit = i % units;
      float value = values[i];
      squares[unit] += (double) value * value;
      sum += Math.abs(value);
      highest[unit] = Math.max(highest[unit], value);
      lowest[unit] = Math.min(lowest[unit], value);
      if (value <= watched.low() || value >= watched.high()) {
        ends[unit]++;
      }
    }
    places += values.length / units;
  }

  private void begin(int units) {
    squares = new double[units];
    ends = new long[units];
    highest = new float[units];
    lowest = new float[units];
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    Arrays.fill(lowest, Float.POSITIVE_INFINITY);
  }

  Values result() {
    int dead = 0;
    int stuck = 0;
    int same = 0;
    double largest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < squares.length; unit++) {
      double size = Math.sqrt(squares[unit] / places);
      dead += highest[unit] <= watched.low() ? 1 : 0;
      stuck += ends[unit] >= STUCK * places ? 1 : 0;
      boolean varies = highest[unit] > lowest[unit];
      same += varies ? 0 : 1;
      largest = Math.max(largest, size);
      least = varies ? Math.min(least, size) : least;
    }
    return new Values(
        watched.tensor(),
        squares.length,
        dead,
        stuck,
        same,
        sum / ((double) places * squares.length),
        largest,
        least);
  }
}
