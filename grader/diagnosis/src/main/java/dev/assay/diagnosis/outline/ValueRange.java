package dev.assay.diagnosis.outline;

/**
 * The values that something can have; without an end where that is not known.
 *
 * @param low the least, or negative infinity
 * @param high the most, or infinity
 */
public record ValueRange(double low, double high) {
  /** Any value. */
  public static final ValueRange ANY =
      new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static final ValueRange UNIT = new ValueRange(0, 1);

  private static final ValueRange ZERO = new ValueRange(0, 0);

  static ValueRange of(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return low <= high ? new ValueRange(low, high) : ANY;
  }

  /** Returns whether there is one value only. */
  public boolean isSingle() {
    return low == high && Double.isFinite(low);
  }

  /** Returns whether both ends are known. */
  public boolean isFinite() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** The size of the value that is furthest from 0. */
  public double largest() {
    return Math.max(Math.abs(low), Math.abs(high));
  }

  ValueRange plus(ValueRange other) {
    return new ValueRange(low + other.low, high + other.high);
  }

  ValueRange negated() {
    return new ValueRange(-high, -low);
  }

  ValueRange times(ValueRange other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    if (!isFinite() || !other.isFinite()) {
      return scaled(other);
    }
    return of(
        new double[] {low * other.low, low * other.high, high * other.low, high * other.high});
  }

  private boolean isZero() {
    return low == 0 && high == 0;
  }

  /** A range without an end times a single factor. */
  private ValueRange scaled(ValueRange other) {
    double by = other.isSingle() ? other.low : low;
    ValueRange range = other.isSingle() ? this : other;
    if (!other.isSingle() && !isSingle()) {
      return ANY;
    }
    return by > 0
        ? new ValueRange(by * range.low, by * range.high)
        : new ValueRange(by * range.high, by * range.low);
  }

  /** One divided by a value; of a range that 0 lies in it can be anything. */
  ValueRange inverted() {
    return isFinite() && (low > 0 || high < 0) ? new ValueRange(1 / high, 1 / low) : ANY;
  }

  ValueRange union(ValueRange other) {
    return new ValueRange(Math.min(low, other.low), Math.max(high, other.high));
  }

  ValueRange atLeast(ValueRange other) {
    return new ValueRange(Math.max(low, other.low), Math.max(high, other.high));
  }

  ValueRange atMost(ValueRange other) {
    return new ValueRange(Math.min(low, other.low), Math.min(high, other.high));
  }

  ValueRange size() {
    return low <= 0 && high >= 0
        ? new ValueRange(0, largest())
        : new ValueRange(Math.min(Math.abs(low), Math.abs(high)), largest());
  }

  /** What a comparison with another value gives: 1, 0, or either. */
  ValueRange isAbove(ValueRange other) {
    if (low > other.high) {
      return new ValueRange(1, 1);
    }
    return high < other.low ? ZERO : UNIT;
  }
}
