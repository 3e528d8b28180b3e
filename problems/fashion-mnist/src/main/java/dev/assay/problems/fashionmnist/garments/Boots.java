package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/**
 * Ankle boots, side view with the toe at the left (the pose may flip it): low or high, with a heel.
 */
final class Boots {
  private Boots() {}

  static void draw(Sketch sketch, GarmentRandom random) {
    double ground = random.between(0.6, 0.9);
    double sole = ground - 0.1;
    double heel = random.between(0.08, 0.3);
    double top = random.between(-0.95, -0.45);
    double vamp = sole - random.between(0.3, 0.45);
    double front = random.between(-0.15, 0.05);
    Outline upper =
        Outline.from(-0.92, sole)
            .curve(-0.95, vamp, -0.4, vamp)
            .curve(front, vamp - 0.1, front + 0.05, top + 0.04)
            .line(0.75 + random.between(-0.1, 0.1), top)
            .curve(0.66, vamp, 0.85, sole - heel / 2)
            .line(0.85, sole)
            .close();
    sketch.cloth(upper, 1);
    sketch.solid(soleAndHeel(sole, heel, ground), random.between(0.2, 0.9));
    details(sketch, random, top, vamp);
  }

  private static Outline soleAndHeel(double sole, double heel, double ground) {
    return Outline.from(-0.95, sole - 0.02)
        .line(0.25, sole - 0.02)
        .line(0.35, sole - heel)
        .line(0.88, sole - heel)
        .line(0.85, ground)
        .line(0.4, ground)
        .line(0.3, sole + 0.06)
        .line(-0.9, ground)
        .close();
  }

  /** Draws an elastic inset, a turned-down top or laces on some boots. */
  private static void details(Sketch sketch, GarmentRandom random, double top, double vamp) {
    if (random.chance(0.4)) {
      sketch.shade(Outline.box(0.2, top + 0.05, 0.42, vamp), random.between(0.4, 0.8));
    }
    if (random.chance(0.5)) {
      sketch.shade(Outline.box(-0.2, top, 0.9, top + 0.12), random.between(0.6, 1.4));
    }
    if (random.chance(0.3)) {
      Sneakers.laces(sketch, random, vamp, top);
    }
  }
}
