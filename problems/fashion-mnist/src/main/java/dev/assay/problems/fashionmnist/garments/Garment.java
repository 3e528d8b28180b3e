package dev.assay.problems.fashionmnist.garments;

import dev.assay.problems.fashionmnist.garments.drawing.Fabric;
import dev.assay.problems.fashionmnist.garments.drawing.Flaws;
import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Pose;
import dev.assay.problems.fashionmnist.garments.drawing.Raster;
import dev.assay.problems.fashionmnist.garments.drawing.Sketch;
import java.util.List;

/** The ten classes, with the names and in the order (the label) of Fashion-MNIST. */
enum Garment {
  T_SHIRT("T-shirt/top"),
  TROUSER("Trouser"),
  PULLOVER("Pullover"),
  DRESS("Dress"),
  COAT("Coat"),
  SANDAL("Sandal"),
  SHIRT("Shirt"),
  SNEAKER("Sneaker"),
  BAG("Bag"),
  ANKLE_BOOT("Ankle boot");

  /** The classes; the label of a picture is an index into this list. */
  static final List<Garment> BY_LABEL = List.of(values());

  private final String label;

  Garment(String label) {
    this.label = label;
  }

  /** Returns the name of the class as Fashion-MNIST has it. */
  String label() {
    return label;
  }

  /** Returns one picture, 28x28 grey row by row; the seed says all about it. */
  byte[] picture(long seed) {
    GarmentRandom random = new GarmentRandom(seed);
    Raster raster = new Raster();
    draw(new Sketch(raster, Pose.draw(random), new Fabric(random)), random);
    Flaws.cover(raster, random);
    return Flaws.grey(raster.pixels(), random);
  }

  private void draw(Sketch sketch, GarmentRandom random) {
    switch (this) {
      case T_SHIRT -> Tops.tShirt(sketch, random);
      case TROUSER -> Trousers.draw(sketch, random);
      case PULLOVER -> Tops.pullover(sketch, random);
      case DRESS -> Tops.dress(sketch, random);
      case COAT -> Tops.coat(sketch, random);
      case SANDAL -> Sandals.draw(sketch, random);
      case SHIRT -> Tops.shirt(sketch, random);
      case SNEAKER -> Sneakers.draw(sketch, random);
      case BAG -> Bags.draw(sketch, random);
      case ANKLE_BOOT -> Boots.draw(sketch, random);
    }
  }
}
