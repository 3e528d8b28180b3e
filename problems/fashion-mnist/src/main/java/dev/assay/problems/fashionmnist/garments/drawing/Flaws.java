package dev.assay.problems.fashionmnist.garments.drawing;

/** The imperfections of a photograph: an object in front, noise, rounding to grey values. */
public final class Flaws {
  private Flaws() {}

  /** Lays a bar or a tag over some pictures: black as the background, or of one tone. */
  public static void cover(Raster raster, GarmentRandom random) {
    if (!random.chance(0.25)) {
      return;
    }
    Point middle = new Point(random.between(5, 23), random.between(5, 23));
    double length = random.between(4, 12);
    double turn = random.between(0, StrictMath.PI);
    double dx = StrictMath.cos(turn) * length / 2;
    double dy = StrictMath.sin(turn) * length / 2;
    double tone = random.chance(0.5) ? 0 : random.between(0.2, 1);
    Outline bar =
        Outline.band(middle.plus(-dx, -dy), middle.plus(dx, dy), random.between(1.5, 4.5));
    raster.fill(bar, (x, y, below) -> tone);
  }

  /** Returns tones as bytes 0 to 255, with noise where there is something. */
  public static byte[] grey(double[] tones, GarmentRandom random) {
    double noise = random.between(0.02, 0.08);
    byte[] pixels = new byte[tones.length];
    for (int i = 0; i < tones.length; i++) {
      double tone = tones[i] > 0 ? tones[i] + noise * random.bell() : 0;
      pixels[i] = (byte) (int) Math.floor(Math.min(1, Math.max(0, tone)) * 255 + 0.5);
    }
    return pixels;
  }
}
