package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/** Bags, front view: totes, handbags, clutches. */
final class Bags {
  private Bags() {}

  static void draw(Sketch sketch, GarmentRandom random) {
    double half = random.between(0.5, 0.95);
    double top = random.between(-0.4, 0.0);
    double bottom = random.between(0.45, 0.9);
    if (random.chance(0.85)) {
      handle(sketch, random, half, top);
    }
    double slant = random.between(-0.2, 0.12);
    double round = random.between(0.02, 0.25);
    Outline body =
        Outline.from(0, top)
            .line(half + slant - round, top)
            .curve(half + slant, top, half + slant, top + round)
            .line(half, bottom - round)
            .curve(half, bottom, half - round, bottom)
            .line(0, bottom)
            .closeMirrored();
    sketch.cloth(body, 1);
    details(sketch, random, half, top, bottom);
  }

  private static void handle(Sketch sketch, GarmentRandom random, double half, double top) {
    double width = half * random.between(0.35, 0.9);
    double height = random.between(0.25, 0.75);
    double thick = random.between(0.07, 0.16);
    sketch.cloth(Outline.ellipse(0, top, width, height), random.between(0.6, 1.1));
    sketch.hole(Outline.ellipse(0, top + 0.02, width - thick, height - thick));
  }

  private static void details(
      Sketch sketch, GarmentRandom random, double half, double top, double bottom) {
    if (random.chance(0.6)) {
      double flap = top + (bottom - top) * random.between(0.15, 0.6);
      sketch.shade(Outline.box(-half, flap - 0.04, half, flap + 0.04), random.between(0.3, 0.7));
      sketch.solid(Outline.ellipse(0, flap, 0.09, 0.09), random.between(0.1, 1));
    }
    if (random.chance(0.3)) {
      double strap = random.between(0.5, 0.8);
      sketch.shade(Outline.box(half * 0.4, top, half * 0.55, bottom), strap);
      sketch.shade(Outline.box(-half * 0.55, top, -half * 0.4, bottom), strap);
    }
  }
}
