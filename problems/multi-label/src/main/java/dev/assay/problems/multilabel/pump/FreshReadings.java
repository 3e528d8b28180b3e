package dev.assay.problems.multilabel.pump;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.hidden.HiddenSource;
import java.util.List;

/**
 * Draws the hidden part of the embedded readings anew, as many as are published.
 *
 * <p>The same seed draws the same part. Whoever knows the seed knows the readings and their labels,
 * so it must be secret, and one that cannot be guessed.
 */
public final class FreshReadings implements HiddenSource {
  private static final int EXAMPLES = 600;
  private final long seed;

  /**
   * A source of one hidden part.
   *
   * @param seed secret
   */
  public FreshReadings(long seed) {
    this.seed = seed;
  }

  @Override
  public Dataset into(Dataset usual) {
    return usual.withFresh(draw());
  }

  private Examples draw() {
    List<Reading> readings = PumpReadings.draw(seed, EXAMPLES);
    int sensors = Sensor.values().length;
    Fault[] faults = Fault.values();
    float[] features = new float[EXAMPLES * sensors];
    byte[] labels = new byte[EXAMPLES * faults.length];
    for (int i = 0; i < EXAMPLES; i++) {
      Reading reading = readings.get(i);
      for (int j = 0; j < sensors; j++) {
        features[i * sensors + j] = (float) Double.parseDouble(reading.values().get(j));
      }
      for (int j = 0; j < faults.length; j++) {
        labels[i * faults.length + j] = reading.label(faults[j]);
      }
    }
    return new Examples(
        NumericArray.ofFloats(features, EXAMPLES, sensors),
        NumericArray.ofBytes(labels, EXAMPLES, faults.length));
  }
}
