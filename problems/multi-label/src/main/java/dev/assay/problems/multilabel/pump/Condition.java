package dev.assay.problems.multilabel.pump;

import java.util.EnumMap;
import java.util.Map;

/**
 * The state of a pump: how severe each of its faults is.
 *
 * @param severities in [0.3, 1) for each fault that it has; cavitation is not among them, as it
 *     follows from the flow
 */
record Condition(Map<Fault, Double> severities) {

  /**
   * Draws faults as they come together: filters clog with the hours since the last service, and
   * bearings wear by the hours and by whatever shakes the shaft.
   */
  static Condition draw(PumpRandom random, double hours) {
    double age = hours / 8_000;
    boolean imbalance = random.chance(0.22);
    boolean misalignment = random.chance(imbalance ? 0.35 : 0.1);
    double wear = 0.03 + 0.3 * age * age + (imbalance ? 0.16 : 0) + (misalignment ? 0.4 : 0);
    Map<Fault, Double> severities = new EnumMap<>(Fault.class);
    put(severities, Fault.IMBALANCE, imbalance, random);
    put(severities, Fault.MISALIGNMENT, misalignment, random);
    put(severities, Fault.BEARING_DAMAGE, random.chance(wear), random);
    put(severities, Fault.CLOGGED_FILTER, random.chance(0.1 + 0.65 * age), random);
    put(severities, Fault.WINDING_SHORT, random.chance(0.09), random);
    return new Condition(severities);
  }

  private static void put(
      Map<Fault, Double> severities, Fault fault, boolean present, PumpRandom random) {
    double severity = random.between(0.3, 1);
    if (present) {
      severities.put(fault, severity);
    }
  }

  /** Returns how severe a fault is, in [0.3, 1), or 0 without it. */
  double of(Fault fault) {
    return severities.getOrDefault(fault, 0.0);
  }
}
