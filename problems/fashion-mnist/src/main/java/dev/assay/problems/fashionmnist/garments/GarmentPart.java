package dev.assay.problems.fashionmnist.garments;

import dev.assay.commons.random.SplitMix64;
import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Raster;

/** The two parts of the set, which share no seed; in each all classes are equally frequent. */
enum GarmentPart {
  TRAIN("train", 6_000, 0x5EEDL),
  TEST("t10k", 1_000, 0x7E57L);

  private final String prefix;
  private final int count;
  private final long seed;

  GarmentPart(String prefix, int count, long seed) {
    this.prefix = prefix;
    this.count = count;
    this.seed = seed;
  }

  String imagesFile() {
    return prefix + "-images-idx3-ubyte.gz";
  }

  String labelsFile() {
    return prefix + "-labels-idx1-ubyte.gz";
  }

  /** Returns the class of each picture, in a shuffled order (Fisher and Yates). */
  byte[] labels() {
    return labels(count, new GarmentRandom(seed));
  }

  /** Returns the class of each picture, all equally frequent, in a random order. */
  static byte[] labels(int count, GarmentRandom random) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % Garment.BY_LABEL.size());
    }
    for (int i = count - 1; i > 0; i--) {
      int j = random.below(i + 1);
      byte swapped = labels[i];
      labels[i] = labels[j];
      labels[j] = swapped;
    }
    return labels;
  }

  /** Returns the pictures one after another, 28x28 bytes each, grey 0 (background) to 255. */
  byte[] images() {
    int size = Raster.SIZE * Raster.SIZE;
    byte[] labels = labels();
    byte[] images = new byte[count * size];
    for (int i = 0; i < count; i++) {
      byte[] picture = Garment.BY_LABEL.get(labels[i]).picture(SplitMix64.mix((seed << 32) + i));
      System.arraycopy(picture, 0, images, i * size, size);
    }
    return images;
  }
}
