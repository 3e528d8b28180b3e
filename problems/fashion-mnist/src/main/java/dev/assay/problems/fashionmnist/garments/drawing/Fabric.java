package dev.assay.problems.fashionmnist.garments.drawing;

/** The tone of the cloth at a place of the garment: a base, a pattern and folds. */
public final class Fabric {
  private enum Pattern {
    PLAIN,
    STRIPES,
    CHECKS,
    GRADIENT,
    DOTS,
    PRINT,
    SPECKLE
  }

  private static final Pattern[] PATTERNS = Pattern.values();

  private final Pattern pattern;
  private final double base;
  private final double contrast;
  private final boolean roundPrint;
  private final double period;
  private final double phase;
  private final double[] along;
  private final double[] fold;
  private final double foldDepth;
  private final long seed;

  /** Draws a fabric by chance. */
  public Fabric(GarmentRandom random) {
    pattern = random.chance(0.25) ? Pattern.PLAIN : PATTERNS[random.below(PATTERNS.length)];
    base = random.between(0.4, 1.0);
    contrast = random.between(0.2, 0.7);
    roundPrint = random.chance(0.5);
    period = random.between(0.22, 0.6);
    phase = random.between(0, 1);
    along = direction(random.chance(0.7) ? random.below(2) / 2.0 : random.between(0, 1));
    fold = direction(random.between(0, 1));
    foldDepth = random.between(0, 0.3);
    seed = random.next();
  }

  /** Returns the unit vector at an angle in half turns. */
  private static double[] direction(double halfTurns) {
    double angle = halfTurns * StrictMath.PI;
    return new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
  }

  /** Returns the tone at a place in garment coordinates, from 0 to 1. */
  double tone(double u, double v) {
    double crease = wave((u * fold[0] + v * fold[1]) * 1.3 + phase);
    return base * (1 - contrast * taken(u, v)) * (1 - foldDepth * crease);
  }

  /** Returns how much of the contrast the pattern takes away at a place, from 0 to 1. */
  private double taken(double u, double v) {
    double s = u * along[0] + v * along[1];
    double t = v * along[0] - u * along[1];
    return switch (pattern) {
      case PLAIN -> 0;
      case STRIPES -> isDark(s) ? 1 : 0;
      case CHECKS -> ((isDark(s) ? 1 : 0) + (isDark(t) ? 1 : 0)) / 2.0;
      case GRADIENT -> Math.min(1, Math.max(0, 0.5 + 0.6 * s));
      case DOTS -> wave(s / period + phase) * wave(t / period) > 0.35 ? 1 : 0;
      case PRINT -> isPrinted(u, v) ? 1 : 0;
      case SPECKLE -> speckle(u, v);
    };
  }

  private boolean isDark(double s) {
    double cycles = s / period + phase;
    return cycles - Math.floor(cycles) < 0.5;
  }

  /** Returns a triangle wave of period 1: 0 at whole numbers, 1 between. */
  private static double wave(double cycles) {
    return 1 - Math.abs(2 * (cycles - Math.floor(cycles)) - 1);
  }

  private boolean isPrinted(double u, double v) {
    double x = (u - 0.3 * (phase - 0.5)) / (0.5 * period + 0.1);
    double y = (v + 0.5 * phase - 0.1) / (0.5 * period + 0.05);
    return roundPrint ? x * x + y * y < 1 : Math.abs(x) < 1 && Math.abs(y) < 1;
  }

  private double speckle(double u, double v) {
    long cellU = (long) Math.floor(u / (0.4 * period));
    long cellV = (long) Math.floor(v / (0.4 * period));
    return GarmentRandom.unit(seed ^ (cellU * 0x9E3779B9L + cellV * 0x85EBCA6BL));
  }
}
