package dev.assay.problems.fashionmnist.garments.drawing;

/** The map x' = a x + b y + e, y' = c x + d y + f. */
record AffineMap(double a, double b, double c, double d, double e, double f) {

  Point map(Point p) {
    return new Point(a * p.x() + b * p.y() + e, c * p.x() + d * p.y() + f);
  }

  /** Returns the inverse map; this one must not be flat. */
  AffineMap inverse() {
    double det = a * d - b * c;
    return new AffineMap(
        d / det, -b / det, -c / det, a / det, (b * f - d * e) / det, (c * e - a * f) / det);
  }
}
