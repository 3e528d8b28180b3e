package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Point;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/** Trousers, front view: long or cropped, tight or wide, legs together or apart. */
final class Trousers {
  private Trousers() {}

  static void draw(Sketch sketch, GarmentRandom random) {
    double waist = random.between(0.28, 0.4);
    double hip = waist + random.between(0.02, 0.14);
    double crotch = random.between(-0.4, -0.15);
    double spread = random.between(0.0, 0.2);
    double cuff = random.between(0.1, 0.28);
    double end = random.chance(0.2) ? random.between(0.25, 0.6) : random.between(0.75, 1.0);
    Outline.Pen pen = Outline.from(0, -0.95).line(waist, -0.95).curve(hip, -0.8, hip, crotch);
    double middle = hip / 2 + spread;
    pen.line(middle + cuff, end).line(middle - cuff, end).line(0, crotch + 0.05);
    sketch.cloth(pen.closeMirrored(), 1);
    details(sketch, random, hip, crotch);
  }

  private static void details(Sketch sketch, GarmentRandom random, double hip, double crotch) {
    double seam = random.between(0.4, 0.85);
    sketch.shade(Outline.box(-0.03, -0.9, 0.03, crotch), seam);
    sketch.shade(Outline.box(-hip, -0.95, hip, -0.85), random.between(0.5, 1.3));
    if (random.chance(0.5)) {
      Point top = new Point(hip * 0.55, -0.84);
      Point side = new Point(hip, -0.6);
      sketch.shade(Outline.band(top, side, 0.06), seam);
      sketch.shade(Outline.band(top.mirrored(), side.mirrored(), 0.06), seam);
    }
  }
}
