package dev.assay.problems.multilabel.pump;

/**
 * The water's way through a pump.
 *
 * @param flow in m³ per hour
 * @param suction absolute pressure at the inlet, behind the filter, in bar
 * @param head pressure that the pump adds, in bar
 * @param cavitation how much of the water boils at the inlet, in [0, 1]: 0 without cavitation
 */
record Hydraulics(double flow, double suction, double head, double cavitation) {
  private static final double FULL_FLOW = 120;

  /** By the affinity laws: flow grows with the speed, pressures with its square. */
  static Hydraulics of(Operation operation, Condition condition, PumpRandom random) {
    double clog = condition.of(Fault.CLOGGED_FILTER);
    double open = operation.valve() / StrictMath.sqrt(operation.valve() * operation.valve() + 0.2);
    double share = operation.speed() * open * (1 - 0.15 * clog);
    double suction = operation.inlet() - (0.3 + clog) * share * share;
    double margin = suction - vapour(operation.water()) - 0.15 - 1.1 * share * share;
    double excess = 0.04 * random.normal() - margin;
    double cavitation = excess > 0 ? Math.min(1, 0.3 + 2 * excess) : 0;
    double head =
        4.2 * operation.speed() * operation.speed() - 1.6 * share * share - 0.3 * cavitation;
    return new Hydraulics(FULL_FLOW * share, suction, head, cavitation);
  }

  /** The pressure in bar below which water of a temperature in °C boils (Magnus' formula). */
  private static double vapour(double celsius) {
    return 0.0061094 * StrictMath.exp(17.625 * celsius / (celsius + 243.04));
  }
}
