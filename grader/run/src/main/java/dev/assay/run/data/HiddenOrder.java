package dev.assay.run.data;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The hidden features in an order that no one else knows, and that the next grading does not have.
 *
 * <p>A model that was told the answers by their numbers, or that learns from the company of an
 * example, gets nothing from it. Files lie in a folder of their own that is removed at the end.
 */
public final class HiddenOrder implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int[] order;
  private final PrivateFolder folder;

  private HiddenOrder(int[] order, PrivateFolder folder) {
    this.order = order;
    this.folder = folder;
  }

  /** Draws an order and writes the features in it. */
  public static HiddenOrder draw(NumericArray features) throws DataException {
    try {
      HiddenOrder drawn =
          new HiddenOrder(shuffled(features.rows()), PrivateFolder.create("hidden"));
      Npy.write(drawn.features(), features.take(drawn.order));
      return drawn;
    } catch (IOException e) {
      throw ExplainedDataException.ofTemporaryFolder(e);
    }
  }

  private static int[] shuffled(int rows) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      int j = RANDOM.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The file that a worker reads. */
  public Path features() {
    return folder.path().resolve("features.npy");
  }

  /** The file of predictions with untrained weights. */
  public Path untrained() {
    return folder.path().resolve("untrained.npy");
  }

  /** The file of predictions on the validation set, whose order everyone knows. */
  public Path validated() {
    return folder.path().resolve("validated.npy");
  }

  /**
   * Brings a worker's predictions into the order of the hidden set, in their file.
   *
   * @throws DataException when they cannot be read or are not one for each hidden example
   */
  public void restore(Path file) throws DataException {
    NumericArray predictions = Npy.read(file);
    if (predictions.rows() != order.length) {
      throw new ExplainedDataException(
          Sentence.of(
              FaultCode.PREDICTIONS_MISSING,
              "predictions",
              predictions.rows(),
              "examples",
              order.length));
    }
    int[] places = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
    Npy.overwrite(file, predictions.take(places));
  }

  @Override
  public void close() {
    folder.close();
  }
}
