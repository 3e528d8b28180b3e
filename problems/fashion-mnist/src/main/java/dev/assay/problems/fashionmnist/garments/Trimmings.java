package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.Outline;
import dev.assay.problems.fashionmnist.garments.drawing.Point;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;

/** The details sewn onto a torso: bands, collars, lapels, buttons, pockets. */
final class Trimmings {
  private static final double BUTTON_STEP = 0.24;

  private Trimmings() {}

  static void neckBand(Sketch sketch, Torso torso, double factor) {
    Point end = torso.neckPoint();
    Point front = new Point(0, torso.neckY() + 0.03);
    sketch.shade(Outline.band(end, front, 0.1), factor);
    sketch.shade(Outline.band(end.mirrored(), front, 0.1), factor);
  }

  /** Draws a turned-down collar: two flaps of the same cloth. */
  static void collar(Sketch sketch, Torso torso, double size, double factor) {
    Point end = torso.neckPoint();
    Outline right =
        Outline.from(0, torso.neckY())
            .line(end.x(), end.y() - 0.06)
            .line(end.x() + size * 0.4, end.y() + size * 0.6)
            .line(end.x() * 0.6, torso.neckY() + size * 0.6)
            .close();
    sketch.cloth(right, factor);
    sketch.cloth(right.mirrored(), factor);
  }

  /** Draws lapels from the neck down to where the coat closes. */
  static void lapels(Sketch sketch, Torso torso, double deep, double factor) {
    Point end = torso.neckPoint();
    Outline right =
        Outline.from(0, deep)
            .line(end.x(), end.y())
            .line(end.x() + 0.14, end.y() + 0.2)
            .line(end.x() * 0.8, Math.min(deep, -0.3))
            .close();
    sketch.shade(right, factor);
    sketch.shade(right.mirrored(), factor);
  }

  /** Draws the dark gap between the fronts of a coat, wider towards the hem. */
  static void opening(Sketch sketch, double deep, double hemY, double gap, double factor) {
    Outline wedge =
        Outline.from(0, deep).line(gap / 2, deep).line(gap, hemY).line(-gap / 3, hemY).close();
    sketch.shade(wedge, factor);
  }

  static void buttons(Sketch sketch, double x, double from, double to, double tone) {
    for (double y = from; y < to; y += BUTTON_STEP) {
      sketch.solid(Outline.ellipse(x, y, 0.045, 0.045), tone);
    }
  }

  static void sidePockets(Sketch sketch, double factor) {
    Outline right = Outline.box(0.18, 0.25, 0.42, 0.34);
    sketch.shade(right, factor);
    sketch.shade(right.mirrored(), factor);
  }

  static void belt(Sketch sketch, double y, double factor) {
    sketch.shade(Outline.box(-0.6, y - 0.05, 0.6, y + 0.05), factor);
  }
}
