package dev.assay.problems.multilabel.pump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  private static final List<Reading> MANY = PumpReadings.draw(5, 4_000);

  private static double share(Predicate<Reading> which, Fault fault) {
    return MANY.stream()
        .filter(which)
        .mapToInt(reading -> reading.label(fault))
        .average()
        .orElse(0);
  }

  @ParameterizedTest
  @CsvSource({
    "MISALIGNMENT, IMBALANCE",
    "BEARING_DAMAGE, IMBALANCE",
    "BEARING_DAMAGE, MISALIGNMENT",
    "CAVITATION, CLOGGED_FILTER"
  })
  void aFaultIsMoreFrequentBesideWhatLeadsToIt(Fault fault, Fault cause) {
    double with = share(reading -> reading.faults().contains(cause), fault);
    double without = share(reading -> !reading.faults().contains(cause), fault);
    assertThat(with).isGreaterThan(without + 0.04);
  }

  @Test
  void pumpsHaveNoFaultOneOrSeveral() {
    for (int count = 0; count < 4; count++) {
      int faults = count;
      assertThat(MANY).anyMatch(reading -> reading.faults().size() == faults);
    }
  }

  /** Of two pumps that are run alike the one with a fault shows it where it should. */
  @ParameterizedTest
  @CsvSource({
    "IMBALANCE, VIBRATION_1X, 1",
    "MISALIGNMENT, VIBRATION_2X, 1",
    "BEARING_DAMAGE, BEARING_TEMP, 1",
    "BEARING_DAMAGE, VIBRATION_HF, 1",
    "CLOGGED_FILTER, FLOW, -1",
    "CLOGGED_FILTER, SUCTION, -1",
    "WINDING_SHORT, CURRENT, 1",
    "WINDING_SHORT, MOTOR_TEMP, 1"
  })
  void aSevereFaultShows(Fault fault, Sensor sensor, int direction) {
    double sound = read(new Condition(Map.of()), sensor);
    double faulty = read(new Condition(Map.of(fault, 0.99)), sensor);
    assertThat(Math.signum(faulty - sound)).isEqualTo(direction);
  }

  private static double read(Condition condition, Sensor sensor) {
    Operation operation = new Operation(0.8, 0.7, 20, 20, 1.3, 1_000);
    Hydraulics water = Hydraulics.of(operation, condition, new PumpRandom(3));
    Reading reading = new Pump(operation, condition, water).read(new PumpRandom(4));
    return Double.parseDouble(reading.values().get(List.of(Sensor.values()).indexOf(sensor)));
  }

  @Test
  void hotWaterBoilsAtTheInletBeforeColdWater() {
    assertThat(cavitation(95)).isGreaterThan(0.3);
    assertThat(cavitation(20)).isZero();
  }

  private static double cavitation(double celsius) {
    Operation operation = new Operation(0.8, 0.7, celsius, 20, 1.3, 1_000);
    return Hydraulics.of(operation, new Condition(Map.of()), new PumpRandom(3)).cavitation();
  }

  @ParameterizedTest
  @CsvSource({"FLOW, 2.25, 2.3", "BEARING_TEMP, -0.06, -0.1", "SUCTION, 0.0714, 0.071"})
  void sensorsRoundToTheirDigits(Sensor sensor, double value, String text) {
    assertThat(sensor.text(value)).isEqualTo(text);
  }

  @Test
  void longerTablesBeginAsShorterOnes() {
    assertThat(PumpReadings.draw(5, 10)).isEqualTo(MANY.subList(0, 10));
  }

  @Test
  void columnsAreSensorsThenFaults() {
    assertThat(PumpReadings.header())
        .startsWith("speed,valve,flow,suction,")
        .endsWith(
            ",hours,imbalance,misalignment,bearing_damage,cavitation,"
                + "clogged_filter,winding_short");
  }
}
