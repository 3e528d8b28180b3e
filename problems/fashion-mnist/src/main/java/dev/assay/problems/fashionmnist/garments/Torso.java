package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Point;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/** The cut of a garment for the upper body, front view, and the way it is drawn. */
record Torso(Body body, Sleeve sleeve, Neck neck) {
  private static final double TOP = -0.88;

  /** Half widths from the top down, the heights of waist and hem. */
  record Body(
      double shoulder, double chest, double waist, double hem, double waistY, double hemY) {}

  /** Length and half width at the cuff, the angle away from the body in radians. */
  record Sleeve(double length, double cuff, double angle) {
    static final Sleeve NONE = new Sleeve(0, 0, 0);
  }

  /** The half width and depth of the opening, and whether it is pointed. */
  record Neck(double width, double depth, boolean pointed) {}

  /** Draws sleeves and body; each sleeve hangs a little differently. */
  void draw(Sketch sketch, GarmentRandom random) {
    double sleeveTone = random.between(0.75, 1.05);
    if (sleeve.length > 0) {
      sketch.cloth(sleeve(random.between(-0.14, 0.14)), sleeveTone);
      sketch.cloth(sleeve(random.between(-0.14, 0.14)).mirrored(), sleeveTone);
    }
    sketch.cloth(bodyOutline(random.between(-0.04, 0.08)), 1);
    double armhole = random.between(0.55, 1);
    sketch.shade(Outline.band(shoulderPoint(), armpit(), 0.06), armhole);
    sketch.shade(Outline.band(shoulderPoint().mirrored(), armpit().mirrored(), 0.06), armhole);
  }

  Point shoulderPoint() {
    return new Point(body.shoulder, TOP + 0.1);
  }

  Point armpit() {
    return new Point(body.chest, -0.38);
  }

  /** Returns where the neck opening ends at the front. */
  double neckY() {
    return TOP + neck.depth;
  }

  /** Returns the shoulder end of the neck opening, on the right. */
  Point neckPoint() {
    return new Point(neck.width, TOP);
  }

  private Outline bodyOutline(double sag) {
    Outline.Pen pen = Outline.from(0, neckY());
    if (neck.pointed) {
      pen.line(neck.width, TOP);
    } else {
      pen.curve(neck.width, neckY(), neck.width, TOP);
    }
    return pen.line(shoulderPoint().x(), shoulderPoint().y())
        .line(armpit().x(), armpit().y())
        .curve(body.waist, body.waistY - 0.2, body.waist, body.waistY)
        .curve(body.waist, body.waistY + 0.15, body.hem, body.hemY)
        .line(0, body.hemY + sag)
        .closeMirrored();
  }

  private Outline sleeve(double angleChange) {
    double sin = StrictMath.sin(sleeve.angle + angleChange);
    double cos = StrictMath.cos(sleeve.angle + angleChange);
    Point start = Point.middle(shoulderPoint(), armpit());
    Point end = start.plus(sin * sleeve.length, cos * sleeve.length);
    Point outer = end.plus(cos * sleeve.cuff, -sin * sleeve.cuff);
    Point inner = end.plus(-cos * sleeve.cuff, sin * sleeve.cuff);
    return Outline.from(body.shoulder - 0.08, TOP + 0.08)
        .line(shoulderPoint().x(), shoulderPoint().y())
        .line(outer.x(), outer.y())
        .line(inner.x(), inner.y())
        .line(armpit().x() - 0.05, armpit().y() + 0.04)
        .close();
  }
}
