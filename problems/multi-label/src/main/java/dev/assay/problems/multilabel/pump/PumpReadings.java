package dev.assay.problems.multilabel.pump;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readings of many pumps, drawn from a seed. */
final class PumpReadings {
  private PumpReadings() {}

  /** Draws readings, each from a sequence of its own: the first are the same however many. */
  static List<Reading> draw(long seed, int count) {
    PumpRandom random = new PumpRandom(seed);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readings.add(Reading.draw(random.fork()));
    }
    return readings;
  }

  /** The names of the columns: sensors, then faults. */
  static String header() {
    return Stream.concat(
            Stream.of(Sensor.values()).map(Sensor::column),
            Stream.of(Fault.values()).map(Fault::column))
        .collect(Collectors.joining(","));
  }
}
