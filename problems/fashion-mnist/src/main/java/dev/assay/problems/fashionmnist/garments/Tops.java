package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.Torso.Body;
import dev.assay.problems.fashionmnist.garments.Torso.Neck;
import dev.assay.problems.fashionmnist.garments.Torso.Sleeve;
import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/** The confusable ones: T-shirt, pullover, shirt, coat and dress share a torso and vary in cut. */
final class Tops {
  private static final double BELOW_HEM = 0.1;

  private Tops() {}

  static void tShirt(Sketch sketch, GarmentRandom random) {
    Torso torso = new Torso(body(random, 0.45, 0.85), shortSleeve(random), neck(random, 0.34));
    torso.draw(sketch, random);
    if (random.chance(0.5)) {
      Trimmings.neckBand(sketch, torso, random.between(0.5, 1.4));
    }
  }

  static void pullover(Sketch sketch, GarmentRandom random) {
    Torso torso = new Torso(body(random, 0.45, 0.78), longSleeve(random), neck(random, 0.24));
    torso.draw(sketch, random);
    double ribs = random.between(0.6, 0.9);
    double hemY = torso.body().hemY();
    sketch.shade(Outline.box(-1, hemY - random.between(0.08, 0.16), 1, hemY + BELOW_HEM), ribs);
    if (random.chance(0.7)) {
      Trimmings.neckBand(sketch, torso, ribs);
    }
  }

  static void shirt(Sketch sketch, GarmentRandom random) {
    Sleeve sleeve = random.chance(0.3) ? shortSleeve(random) : longSleeve(random);
    Torso torso = new Torso(body(random, 0.5, 0.85), sleeve, neck(random, 0.28));
    torso.draw(sketch, random);
    double line = random.between(-0.04, 0.04);
    double open = torso.neckY();
    double hemY = torso.body().hemY();
    Outline placket = Outline.box(line - 0.04, open, line + 0.04, hemY + BELOW_HEM);
    sketch.shade(placket, random.between(0.35, 0.65));
    Trimmings.buttons(sketch, line + 0.02, open + 0.1, hemY, random.between(0.2, 1));
    Trimmings.collar(sketch, torso, random.between(0.2, 0.3), random.between(1.1, 1.5));
    if (random.chance(0.4)) {
      sketch.shade(Outline.box(0.15, -0.35, 0.36, -0.12), random.between(0.6, 0.85));
    }
  }

  static void coat(Sketch sketch, GarmentRandom random) {
    Torso torso = new Torso(body(random, 0.72, 1.0), longSleeve(random), neck(random, 0.3));
    torso.draw(sketch, random);
    double deep = random.between(-0.45, -0.1);
    double hemY = torso.body().hemY() + BELOW_HEM;
    Trimmings.opening(sketch, deep, hemY, random.between(0.06, 0.14), random.between(0.05, 0.4));
    Trimmings.lapels(sketch, torso, deep, random.between(0.55, 1.4));
    if (random.chance(0.6)) {
      Trimmings.sidePockets(sketch, random.between(0.5, 0.8));
    }
    if (random.chance(0.25)) {
      Trimmings.belt(sketch, 0.1, random.between(0.4, 0.7));
    }
  }

  static void dress(Sketch sketch, GarmentRandom random) {
    double shoulder = random.between(0.3, 0.52);
    double chest = random.between(0.28, 0.42);
    double waist = random.between(0.22, 0.42);
    double hem = waist + random.between(0.05, 0.4);
    double waistY = random.between(-0.15, 0.2);
    Body body = new Body(shoulder, chest, waist, hem, waistY, random.between(0.8, 1.0));
    Neck neck = new Neck(shoulder * random.between(0.45, 0.8), random.between(0.1, 0.4), false);
    new Torso(body, dressSleeve(random), neck).draw(sketch, random);
    if (random.chance(0.4)) {
      Trimmings.belt(sketch, waistY, random.between(0.4, 1.4));
    }
  }

  private static Sleeve dressSleeve(GarmentRandom random) {
    if (random.chance(0.5)) {
      return Sleeve.NONE;
    }
    return random.chance(0.5) ? shortSleeve(random) : longSleeve(random);
  }

  private static Body body(GarmentRandom random, double shortest, double longest) {
    double chest = random.between(0.4, 0.54);
    double shoulder = chest + random.between(0, 0.08);
    double waist = chest - random.between(-0.02, 0.08);
    double hem = chest + random.between(-0.04, 0.1);
    double waistY = random.between(0, 0.25);
    return new Body(shoulder, chest, waist, hem, waistY, random.between(shortest, longest));
  }

  private static Sleeve shortSleeve(GarmentRandom random) {
    return new Sleeve(
        random.between(0.28, 0.58), random.between(0.13, 0.2), random.between(0.3, 0.9));
  }

  private static Sleeve longSleeve(GarmentRandom random) {
    return new Sleeve(
        random.between(0.85, 1.25), random.between(0.08, 0.15), random.between(0.1, 0.5));
  }

  private static Neck neck(GarmentRandom random, double deepest) {
    return new Neck(random.between(0.14, 0.26), random.between(0.04, deepest), random.chance(0.4));
  }
}
