package dev.assay.datasets.garments;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.hidden.HiddenSource;

/**
 * Draws the hidden part of the embedded garments anew, as many pictures as are published.
 *
 * <p>The same seed draws the same part. Whoever knows the seed knows the pictures and their labels,
 * so it must be secret, and one that cannot be guessed.
 */
public final class FreshGarments implements HiddenSource {
  /** The only data set that Assay can draw: its id and variant. */
  public static final String KEY = "fashion-mnist/embedded";

  private static final int EXAMPLES = 1_000;
  private static final String NOTE =
      "The hidden examples were drawn anew for this batch, from a secret seed; the published hidden part is not used.";

  private final long seed;

  /**
   * A source of one hidden part.
   *
   * @param seed secret
   */
  public FreshGarments(long seed) {
    this.seed = seed;
  }

  /** Returns whether a fresh hidden part of a data set can be drawn. */
  public static boolean canDraw(DatasetEntry entry) {
    return entry.key().equals(KEY);
  }

  @Override
  public Dataset into(Dataset usual) throws DataException {
    if (!canDraw(usual.entry())) {
      throw new DataException(
          "The hidden part of %s cannot be drawn anew, only that of %s. Grade without --fresh-hidden."
              .formatted(usual.entry().key(), KEY));
    }
    return usual.withFresh(draw(), NOTE);
  }

  private Examples draw() {
    SplitMix64 random = new SplitMix64(seed);
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
