package dev.assay.bench;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import java.nio.file.Path;

/** The examples in memory, as the peers take them: scaled beforehand, which is not timed. */
public final class TrainingSet {
  private final float[] features;
  private final int[] labels;

  private TrainingSet(float[] features, int[] labels) {
    this.features = features;
    this.labels = labels;
  }

  /**
   * Reads a job's files.
   *
   * @throws DataException naming the file that cannot be read
   */
  public static TrainingSet read(Job job) throws DataException {
    NumericArray values = Npy.read(Path.of(job.features()));
    float[] features = new float[values.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = values.getFloat(i) / job.network().divisor();
    }
    NumericArray classes = Npy.read(Path.of(job.labels()));
    int[] labels = new int[classes.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = classes.getInt(i);
    }
    return new TrainingSet(features, labels);
  }

  /** Row after row; not a copy. */
  public float[] features() {
    return features;
  }

  /** Class numbers; not a copy. */
  public int[] labels() {
    return labels;
  }

  /** How many examples. */
  public int rows() {
    return labels.length;
  }

  /** Values of one example. */
  public int width() {
    return features.length / labels.length;
  }
}
