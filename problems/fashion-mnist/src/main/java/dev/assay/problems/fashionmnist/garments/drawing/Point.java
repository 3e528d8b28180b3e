package dev.assay.problems.fashionmnist.garments.drawing;

/**
 * A point: in garment coordinates (x right, y down, the garment within about [-1, 1]) or pixels.
 */
public record Point(double x, double y) {
  /** The point moved by a distance. */
  public Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  /** The point on the other side of the vertical axis. */
  public Point mirrored() {
    return new Point(-x, y);
  }

  /** The point halfway between two. */
  public static Point middle(Point a, Point b) {
    return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
  }
}
