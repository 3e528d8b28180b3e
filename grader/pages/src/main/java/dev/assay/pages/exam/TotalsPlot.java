package dev.assay.pages.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The totals of exams over time, as places in a drawing.
 *
 * @param dots a dot for each exam, the oldest first
 * @param line the points of the line through them, as SVG writes them
 * @param mark the place of the pass mark from the top
 * @param ticks of the axis
 */
public record TotalsPlot(List<Dot> dots, String line, String mark, List<Tick> ticks) {
  /** The drawing's width, in its own units. */
  public static final int WIDTH = 640;

  /** The drawing's height. */
  public static final int HEIGHT = 180;

  /** The place of the axis of values from the left. */
  public static final int LEFT = 40;

  private static final int EDGE = 14;
  private static final int STEP = 25;

  /**
   * An exam.
   *
   * @param x its place
   * @param y its place
   * @param passed whether it was passed
   * @param text what a pointer on it shows
   */
  public record Dot(String x, String y, boolean passed, String text) {}

  /**
   * A number of the axis.
   *
   * @param y its place
   * @param text its label
   */
  public record Tick(String y, String text) {}

  /** Copies the components. */
  public TotalsPlot {
    dots = List.copyOf(dots);
    ticks = List.copyOf(ticks);
  }

  /**
   * Places the totals.
   *
   * @param totals in per cent, the oldest first
   * @param passed whether each is of an exam that was passed
   * @param texts what a pointer on each shows
   * @param mark the pass mark in per cent
   */
  static TotalsPlot of(List<Double> totals, List<Boolean> passed, List<String> texts, double mark) {
    List<Dot> dots = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < totals.size(); i++) {
      double room = WIDTH - LEFT - 2.0 * EDGE;
      double share = totals.size() == 1 ? 0.5 : (double) i / (totals.size() - 1);
      String x = at(LEFT + EDGE + share * room);
      String y = at(y(totals.get(i)));
      dots.add(new Dot(x, y, passed.get(i), texts.get(i)));
      line.append(line.isEmpty() ? "" : " ").append(x).append(',').append(y);
    }
    List<Tick> ticks = new ArrayList<>();
    for (int value = 0; value <= 100; value += STEP) {
      ticks.add(new Tick(at(y(value)), String.valueOf(value)));
    }
    return new TotalsPlot(dots, line.toString(), at(y(mark)), ticks);
  }

  private static double y(double percent) {
    double share = Math.max(0, Math.min(100, percent)) / 100;
    return HEIGHT - EDGE - share * (HEIGHT - 2.0 * EDGE);
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
