package dev.assay.datasets.garments;

/**
 * A point: in garment coordinates (x right, y down, the garment within about [-1, 1]) or pixels.
 */
record Point(double x, double y) {
  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  Point mirrored() {
    return new Point(-x, y);
  }

  static Point middle(Point a, Point b) {
    return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
  }
}
