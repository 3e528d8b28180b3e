package dev.assay.problems.multilabel.pump;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the sensors of a pump show, each with its error.
 *
 * @param operation how it is run
 * @param condition what it has
 * @param water what follows from these for the water
 */
record Pump(Operation operation, Condition condition, Hydraulics water) {

  Reading read(PumpRandom random) {
    Map<Sensor, Double> shown = new EnumMap<>(Sensor.class);
    readOperation(shown, random);
    readMotor(shown, random);
    readVibration(shown, random);
    List<String> values = new ArrayList<>();
    for (Sensor sensor : Sensor.values()) {
      values.add(sensor.text(shown.getOrDefault(sensor, 0.0)));
    }
    Set<Fault> faults = new HashSet<>(condition.severities().keySet());
    if (water.cavitation() > 0) {
      faults.add(Fault.CAVITATION);
    }
    return new Reading(values, faults);
  }

  private void readOperation(Map<Sensor, Double> shown, PumpRandom random) {
    shown.put(Sensor.SPEED, 3_000 * operation.speed());
    shown.put(Sensor.VALVE, 100 * operation.valve());
    shown.put(Sensor.FLOW, random.noisy(water.flow(), 0.02));
    shown.put(Sensor.SUCTION, random.noisy(water.suction(), 0.02));
    double discharge = water.suction() + water.head();
    shown.put(Sensor.DISCHARGE, random.noisy(discharge, 0.015));
    shown.put(Sensor.WATER_TEMP, operation.water() + 0.5 * random.normal());
    shown.put(Sensor.ROOM_TEMP, operation.ambient() + 0.5 * random.normal());
    shown.put(Sensor.HOURS, operation.hours());
  }

  /** The current follows the load, the heat of the windings the current's square. */
  private void readMotor(Map<Sensor, Double> shown, PumpRandom random) {
    double load = operation.speed() * operation.speed() * operation.speed();
    double shorted = condition.of(Fault.WINDING_SHORT);
    double current = (6 + 14 * load + 0.06 * water.head() * water.flow()) * (1 + 0.27 * shorted);
    shown.put(Sensor.CURRENT, random.noisy(current, 0.03));
    double motor = operation.ambient() + 0.045 * current * current + 8 * shorted;
    shown.put(Sensor.MOTOR_TEMP, motor + 2.5 * random.normal());
    double friction =
        14 + 9 * condition.of(Fault.BEARING_DAMAGE) + 6 * condition.of(Fault.MISALIGNMENT);
    double bearing = operation.ambient() + friction * operation.speed();
    shown.put(
        Sensor.BEARING_TEMP, bearing + 0.1 * (motor - operation.ambient()) + 2 * random.normal());
  }

  /** What is off its axis shakes with the square of the speed. */
  private void readVibration(Map<Sensor, Double> shown, PumpRandom random) {
    double imbalance = condition.of(Fault.IMBALANCE);
    double misalignment = condition.of(Fault.MISALIGNMENT);
    double damage = condition.of(Fault.BEARING_DAMAGE);
    double once = shaking(1, 0.62) * (1.6 + 4.0 * imbalance + 1.0 * misalignment);
    double twice = shaking(2, 1.15) * (0.8 + 1.9 * misalignment + 0.3 * imbalance);
    double high = operation.speed() * (0.4 + 0.9 * damage) + 0.5 * water.cavitation();
    shown.put(Sensor.VIBRATION_1X, random.noisy(once, 0.25));
    shown.put(Sensor.VIBRATION_2X, random.noisy(twice, 0.25));
    shown.put(Sensor.VIBRATION_HF, random.noisy(high, 0.22));
    double sound = 62 + 22 * operation.speed() + 5 * water.cavitation() + 3 * damage;
    shown.put(Sensor.SOUND, sound + 2 * random.normal());
  }

  /** How strongly a shaft shakes the frame, which resonates at a share of the full speed. */
  private double shaking(int timesPerTurn, double resonance) {
    double ratio = timesPerTurn * operation.speed() / resonance;
    double stiff = 1 - ratio * ratio;
    return ratio * ratio / StrictMath.sqrt(stiff * stiff + 0.05 * ratio * ratio);
  }
}
