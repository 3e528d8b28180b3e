package dev.assay.worker.measuring;

import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/**
 * The examples that a model is measured on: all of a small set, the first of a large one.
 *
 * @param train of the training set; one batch
 * @param validation of the validation set
 * @param shuffled the same labels, each with the features of another example
 */
public record Samples(Labelled train, Labelled validation, Labelled shuffled) {
  /** Values of features; 400 images of 28 by 28 pixels have fewer. */
  private static final int VALUES = 320_000;

  private static final int MOST = 1000;

  private static final long SEED = 1;

  /** Takes the first examples of both sets. */
  public static Samples of(Labelled train, Labelled validation) {
    Labelled seen = first(train);
    Labelled unseen = first(validation);
    return new Samples(
        new Labelled(seen.features(), seen.labels()),
        unseen,
        new Labelled(shuffled(unseen.features()), unseen.labels()));
  }

  private static Labelled first(Labelled data) {
    int size = Math.max(1, data.features().example().size());
    return data.examples(0, Math.min(data.size(), Math.min(MOST, Math.max(1, VALUES / size))));
  }

  private static TensorData shuffled(TensorData data) {
    SplittableRandom random = new SplittableRandom(SEED);
    int bytes = data.values().limit() / data.rows();
    int[] order = new int[data.rows()];
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    ByteBuffer values = ByteBuffer.allocate(data.values().limit());
    for (int row : order) {
      values.put(data.values().slice(row * bytes, bytes));
    }
    return new TensorData(data.type(), data.shape(), values.flip());
  }
}
