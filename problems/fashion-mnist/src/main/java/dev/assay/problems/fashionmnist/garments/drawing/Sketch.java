package dev.assay.problems.fashionmnist.garments.drawing;

/** A raster on which a garment is drawn part by part, in the garment's own coordinates. */
public final class Sketch {
  private final Raster raster;
  private final AffineMap pose;
  private final AffineMap back;
  private final Fabric fabric;

  /** Begins a drawing in a pose, of a fabric. */
  public Sketch(Raster raster, AffineMap pose, Fabric fabric) {
    this.raster = raster;
    this.pose = pose;
    this.back = pose.inverse();
    this.fabric = fabric;
  }

  /** Draws a piece of the garment's cloth, lighter or darker by a factor. */
  public void cloth(Outline outline, double factor) {
    raster.fill(outline.mapped(pose), (x, y, below) -> factor * clothTone(x, y));
  }

  private double clothTone(double x, double y) {
    Point p = back.map(new Point(x, y));
    return fabric.tone(p.x(), p.y());
  }

  /** Draws a piece of one tone, whatever the cloth. */
  public void solid(Outline outline, double tone) {
    raster.fill(outline.mapped(pose), (x, y, below) -> tone);
  }

  /** Lightens or darkens an area by a factor: seams, plackets, shadows. */
  public void shade(Outline outline, double factor) {
    raster.fill(outline.mapped(pose), (x, y, below) -> factor * below);
  }

  /** Takes what lies inside an outline away. */
  public void hole(Outline outline) {
    solid(outline, 0);
  }
}
