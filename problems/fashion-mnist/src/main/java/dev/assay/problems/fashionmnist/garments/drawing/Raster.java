package dev.assay.problems.fashionmnist.garments.drawing;

import java.util.Arrays;
import java.util.List;

/** A grey picture of 28x28 pixels, kept as 4x4 samples a pixel, tones 0 (background) to 1. */
public final class Raster {
  /** Pixels a side. */
  public static final int SIZE = 28;

  private static final int SUB = 4;
  private static final int SAMPLES = SIZE * SUB;

  private final double[] tones = new double[SAMPLES * SAMPLES];

  /** Computes the new tone of a sample from its position (in pixels) and its current tone. */
  @FunctionalInterface
  interface Paint {
    double tone(double x, double y, double below);
  }

  /** Paints the samples inside an outline given in pixels. */
  void fill(Outline outline, Paint paint) {
    for (int row = 0; row < SAMPLES; row++) {
      double y = (row + 0.5) / SUB;
      double[] crossings = crossings(outline.points(), y);
      for (int i = 0; i + 1 < crossings.length; i += 2) {
        fillSpan(row, column(crossings[i]), column(crossings[i + 1]), paint);
      }
    }
  }

  private void fillSpan(int row, int from, int to, Paint paint) {
    for (int column = from; column < to; column++) {
      int at = row * SAMPLES + column;
      double tone = paint.tone((column + 0.5) / SUB, (row + 0.5) / SUB, tones[at]);
      tones[at] = Math.min(1, Math.max(0, tone));
    }
  }

  /** Returns the first column whose middle is not left of x. */
  private static int column(double x) {
    return (int) Math.min(SAMPLES, Math.max(0, Math.ceil(x * SUB - 0.5)));
  }

  private static double[] crossings(List<Point> points, double y) {
    double[] found = new double[points.size()];
    int count = 0;
    Point p = points.get(points.size() - 1);
    for (Point q : points) {
      if ((p.y() <= y) != (q.y() <= y)) {
        found[count++] = p.x() + (y - p.y()) / (q.y() - p.y()) * (q.x() - p.x());
      }
      p = q;
    }
    double[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Returns the mean tone of each pixel, row by row. */
  public double[] pixels() {
    double[] pixels = new double[SIZE * SIZE];
    for (int at = 0; at < tones.length; at++) {
      int row = at / SAMPLES / SUB;
      int column = at % SAMPLES / SUB;
      pixels[row * SIZE + column] += tones[at];
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] /= SUB * SUB;
    }
    return pixels;
  }
}
