package dev.assay.problems.fashionmnist.garments.drawing;

/** The position of a garment in the picture: shifted, scaled, rotated, sheared, perhaps flipped. */
public final class Pose {
  private static final double MAX_SHIFT_PIXELS = 2.1;
  private static final double MAX_TURN_RADIANS = 0.19;
  private static final double MAX_SHEAR = 0.11;

  private Pose() {}

  /** Returns a map from garment coordinates to pixels. */
  public static AffineMap draw(GarmentRandom random) {
    double size = random.between(10.2, 12.8);
    double wide = size * random.between(0.88, 1.12) * (random.chance(0.5) ? -1 : 1);
    double turn = random.between(-MAX_TURN_RADIANS, MAX_TURN_RADIANS);
    double shear = random.between(-MAX_SHEAR, MAX_SHEAR);
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    double middle = Raster.SIZE / 2.0;
    return new AffineMap(
        wide * cos,
        size * (shear * cos - sin),
        wide * sin,
        size * (shear * sin + cos),
        middle + random.between(-MAX_SHIFT_PIXELS, MAX_SHIFT_PIXELS),
        middle + random.between(-MAX_SHIFT_PIXELS, MAX_SHIFT_PIXELS));
  }
}
