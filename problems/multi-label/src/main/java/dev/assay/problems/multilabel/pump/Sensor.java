package dev.assay.problems.multilabel.pump;

import java.util.Locale;

/** What is read from a pump, in the table's order; the features of the problem. */
public enum Sensor {
  /** Turns of the shaft per minute. */
  SPEED(0),
  /** How far the valve at the outlet is open, in %. */
  VALVE(0),
  /** In m³ per hour. */
  FLOW(1),
  /** Pressure at the inlet, behind the filter, in bar. */
  SUCTION(3),
  /** Pressure at the outlet, in bar. */
  DISCHARGE(2),
  /** Of the motor, in A. */
  CURRENT(1),
  /** Of the windings, in °C. */
  MOTOR_TEMP(1),
  /** In °C. */
  BEARING_TEMP(1),
  /** In °C. */
  WATER_TEMP(1),
  /** In °C. */
  ROOM_TEMP(1),
  /** At the frequency of the turns, in mm/s. */
  VIBRATION_1X(2),
  /** At twice the frequency of the turns, in mm/s. */
  VIBRATION_2X(2),
  /** At high frequencies, in g. */
  VIBRATION_HF(3),
  /** Sound level, in dB. */
  SOUND(1),
  /** Hours since the last service. */
  HOURS(0);

  private final int digits;

  Sensor(int digits) {
    this.digits = digits;
  }

  /** The column in the table: "vibration_1x". */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the text of a value, rounded half up to the digits that the sensor shows. */
  String text(double value) {
    long scale = 1;
    for (int i = 0; i < digits; i++) {
      scale *= 10;
    }
    long units = (long) StrictMath.floor(value * scale + 0.5);
    if (digits == 0) {
      return Long.toString(units);
    }
    String sign = units < 0 ? "-" : "";
    long size = Math.abs(units);
    return String.format(Locale.ROOT, "%s%d.%0" + digits + "d", sign, size / scale, size % scale);
  }
}
