package dev.assay.problems.multilabel.pump;

/**
 * How a pump is run, whatever its state.
 *
 * @param speed as a share of the full 3,000 turns per minute, in [0.3, 1)
 * @param valve how far the outlet is open, in [0.2, 1)
 * @param water its temperature in °C, in [10, 95)
 * @param ambient the temperature of the room in °C, in [5, 40)
 * @param inlet pressure before the filter in bar, in [0.9, 1.5)
 * @param hours since the last service, in [0, 8000)
 */
record Operation(
    double speed, double valve, double water, double ambient, double inlet, double hours) {

  static Operation draw(PumpRandom random) {
    return new Operation(
        random.between(0.3, 1),
        random.between(0.2, 1),
        random.between(10, 95),
        random.between(5, 40),
        random.between(0.9, 1.5),
        random.between(0, 8_000));
  }
}
