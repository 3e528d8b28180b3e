package dev.assay.problems.fashionmnist.garments.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A closed polygon, filled by the even-odd rule. */
public record Outline(List<Point> points) {
  private static final int CURVE_STEPS = 6;
  private static final int ELLIPSE_STEPS = 24;

  public Outline {
    points = List.copyOf(points);
  }

  /** Puts a pen at a point. */
  public static Pen from(double x, double y) {
    return new Pen(new Point(x, y));
  }

  /** A rectangle by its four sides. */
  public static Outline box(double left, double top, double right, double bottom) {
    return from(left, top).line(right, top).line(right, bottom).line(left, bottom).close();
  }

  /** An ellipse around a point. */
  public static Outline ellipse(double x, double y, double radiusX, double radiusY) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < ELLIPSE_STEPS; i++) {
      double angle = 2 * StrictMath.PI * i / ELLIPSE_STEPS;
      points.add(
          new Point(x + radiusX * StrictMath.cos(angle), y + radiusY * StrictMath.sin(angle)));
    }
    return new Outline(points);
  }

  /** Returns the straight band of a width between two different points. */
  public static Outline band(Point from, Point to, double width) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double half = width / 2 / StrictMath.sqrt(dx * dx + dy * dy);
    double nx = -dy * half;
    double ny = dx * half;
    return new Outline(
        List.of(from.plus(nx, ny), to.plus(nx, ny), to.plus(-nx, -ny), from.plus(-nx, -ny)));
  }

  /** The same outline on the other side of the vertical axis. */
  public Outline mirrored() {
    return new Outline(points.stream().map(Point::mirrored).toList());
  }

  Outline mapped(AffineMap map) {
    return new Outline(points.stream().map(map::map).toList());
  }

  /** Draws an outline point by point. */
  public static final class Pen {
    private final List<Point> points = new ArrayList<>();

    private Pen(Point start) {
      points.add(start);
    }

    public Pen line(double x, double y) {
      points.add(new Point(x, y));
      return this;
    }

    /** Adds a quadratic curve towards a control point and on to its end. */
    public Pen curve(double controlX, double controlY, double x, double y) {
      Point start = points.get(points.size() - 1);
      for (int i = 1; i <= CURVE_STEPS; i++) {
        double t = (double) i / CURVE_STEPS;
        double s = 1 - t;
        points.add(
            new Point(
                s * s * start.x() + 2 * s * t * controlX + t * t * x,
                s * s * start.y() + 2 * s * t * controlY + t * t * y));
      }
      return this;
    }

    public Outline close() {
      return new Outline(points);
    }

    /** Closes a right half, drawn from the middle to the middle, by its mirror image. */
    public Outline closeMirrored() {
      List<Point> left = new ArrayList<>(points.stream().map(Point::mirrored).toList());
      Collections.reverse(left);
      points.addAll(left);
      return close();
    }
  }
}
