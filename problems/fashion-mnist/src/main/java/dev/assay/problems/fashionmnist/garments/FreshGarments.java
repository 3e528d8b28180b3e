package dev.assay.problems.fashionmnist.garments;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.hidden.HiddenSource;
import dev.assay.problems.fashionmnist.garments.drawing.GarmentRandom;
import dev.assay.problems.fashionmnist.garments.drawing.Raster;

/**
 * Draws the hidden part of the embedded garments anew, as many pictures as are published.
 *
 * <p>The same seed draws the same part. Whoever knows the seed knows the pictures and their labels,
 * so it must be secret, and one that cannot be guessed.
 */
public final class FreshGarments implements HiddenSource {
  private static final int EXAMPLES = 1_000;
  private final long seed;

  /**
   * A source of one hidden part.
   *
   * @param seed secret
   */
  public FreshGarments(long seed) {
    this.seed = seed;
  }

  @Override
  public Dataset into(Dataset usual) {
    return usual.withFresh(draw());
  }

  private Examples draw() {
    GarmentRandom random = new GarmentRandom(seed);
    byte[] labels = GarmentPart.labels(EXAMPLES, random);
    int size = Raster.SIZE * Raster.SIZE;
    byte[] images = new byte[EXAMPLES * size];
    int[] classes = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      byte[] picture = Garment.BY_LABEL.get(labels[i]).picture(random.next());
      System.arraycopy(picture, 0, images, i * size, size);
      classes[i] = labels[i];
    }
    return new Examples(
        NumericArray.ofBytes(images, EXAMPLES, Raster.SIZE, Raster.SIZE),
        NumericArray.ofInts(classes, EXAMPLES));
  }
}
