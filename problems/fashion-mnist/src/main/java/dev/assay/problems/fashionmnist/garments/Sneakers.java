package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Point;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/** Sneakers, side view with the toe at the left (the pose may flip it): low ones and high-tops. */
final class Sneakers {
  private Sneakers() {}

  static void draw(Sketch sketch, GarmentRandom random) {
    double ground = random.between(0.35, 0.6);
    double sole = ground - random.between(0.1, 0.22);
    double collar = random.chance(0.25) ? random.between(-0.75, -0.5) : random.between(-0.45, -0.2);
    double vamp = sole - random.between(0.28, 0.4);
    sketch.cloth(upper(sole, vamp, collar), 1);
    laces(sketch, random, vamp, collar);
    if (random.chance(0.6)) {
      Point from = new Point(0.05, vamp + 0.3);
      Point to = new Point(random.between(0.25, 0.45), vamp);
      sketch.solid(Outline.band(from, to, 0.1), random.between(0.1, 1));
    }
    Outline bottom =
        Outline.from(-0.98, sole).line(0.96, sole).line(0.93, ground).line(-0.9, ground).close();
    sketch.solid(bottom, random.between(0.3, 1));
  }

  private static Outline upper(double sole, double vamp, double collar) {
    return Outline.from(-0.95, sole + 0.02)
        .curve(-0.95, vamp, -0.45, vamp)
        .line(0.0, collar - 0.02)
        .line(0.18, collar - 0.08)
        .curve(0.45, collar + 0.25, 0.78, collar - 0.02)
        .line(0.92, sole + 0.02)
        .close();
  }

  /** Draws three laces from the vamp up towards the collar. */
  static void laces(Sketch sketch, GarmentRandom random, double vamp, double collar) {
    double tone = random.between(0.1, 1);
    for (int i = 0; i < 3; i++) {
      double x = -0.38 + 0.14 * i;
      double y = vamp + 0.06 + (collar - vamp) * (0.16 + 0.31 * i);
      sketch.solid(Outline.band(new Point(x, y), new Point(x + 0.16, y + 0.12), 0.06), tone);
    }
  }
}
