package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Point;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/** Sandals, side view with the toe at the left (the pose may flip it): flat, wedge or heel. */
final class Sandals {
  private static final double HEEL_X = 0.92;

  private Sandals() {}

  static void draw(Sketch sketch, GarmentRandom random) {
    double ground = random.between(0.4, 0.8);
    double thick = random.between(0.1, 0.2);
    double heel = random.chance(0.5) ? random.between(0.0, 0.1) : random.between(0.2, 0.6);
    double sole = ground - thick;
    double instep = sole - heel * 0.5 - random.between(0.3, 0.5);
    toeStraps(sketch, random, sole, instep);
    if (random.chance(0.75)) {
      ankleStraps(sketch, random, sole - heel, instep);
    }
    double tone = random.between(0.3, 1);
    sketch.solid(bed(ground, thick, heel), tone);
    double length = random.chance(0.4) ? random.between(0.3, 0.8) : 0.14;
    sketch.solid(heelBlock(ground, heel, length), tone * 0.8);
  }

  /** Draws the cloth over the forefoot, then cuts slots into it, so that straps remain. */
  private static void toeStraps(Sketch sketch, GarmentRandom random, double sole, double instep) {
    double end = random.between(-0.05, 0.3);
    Outline arch =
        Outline.from(-0.85, sole)
            .curve(-0.8, sole - 0.25, -0.55, sole - 0.28)
            .line(end - 0.25, instep)
            .curve(end, instep + 0.1, end + 0.1, sole)
            .close();
    sketch.cloth(arch, 1);
    int slots = 1 + random.below(3);
    double step = (end + 0.75) / (slots + 1);
    double width = step * random.between(0.45, 0.7);
    double slant = random.between(-0.05, 0.35);
    for (int i = 1; i <= slots; i++) {
      double x = -0.75 + i * step;
      sketch.hole(Outline.band(new Point(x, sole), new Point(x + slant, instep - 0.1), width));
    }
  }

  private static void ankleStraps(Sketch sketch, GarmentRandom random, double bed, double instep) {
    double width = random.between(0.1, 0.18);
    double ankle = Math.min(bed, instep) - random.between(0.15, 0.35);
    Point front = new Point(random.between(0.0, 0.25), ankle + random.between(0, 0.15));
    Point back = new Point(0.85, ankle);
    sketch.cloth(Outline.band(front, back, width), 1);
    sketch.cloth(Outline.band(back, new Point(HEEL_X - 0.05, bed), width), 0.9);
    if (random.chance(0.4)) {
      sketch.cloth(Outline.band(front, new Point(-0.25, instep + 0.1), width), 0.9);
    }
  }

  private static Outline bed(double ground, double thick, double heel) {
    double top = ground - thick;
    return Outline.from(-0.95, top)
        .line(-0.25, top)
        .curve(0.3, top - heel, HEEL_X, top - heel)
        .line(HEEL_X, ground - heel)
        .curve(0.3, ground - heel, -0.2, ground)
        .line(-0.92, ground)
        .close();
  }

  private static Outline heelBlock(double ground, double heel, double length) {
    return Outline.from(HEEL_X, ground - heel - 0.02)
        .line(HEEL_X - 0.02, ground)
        .line(HEEL_X - 0.02 - length, ground)
        .line(HEEL_X - 0.06 - length * 1.2, ground - heel * 0.9)
        .close();
  }
}
