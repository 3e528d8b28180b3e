package dev.assay.training;

import java.util.Arrays;

/** The predictions of a model. */
final class Predictions {
  private final float[][] rows;

  private Predictions(float[][] rows) {
    this.rows = rows;
  }

  /**
   * Takes apart what a {@link Predictor} gave.
   *
   * @param outputs of all examples, one after the other
   * @param examples how many, positive
   */
  static Predictions of(float[] outputs, int examples) {
    int width = outputs.length / examples;
    float[][] rows = new float[examples][];
    for (int row = 0; row < examples; row++) {
      rows[row] = Arrays.copyOfRange(outputs, row * width, (row + 1) * width);
    }
    return new Predictions(rows);
  }

  /** An example's outputs each, row-major. */
  float[][] rows() {
    return rows;
  }

  /**
   * The class of each example: the first of the largest outputs.
   *
   * @param threshold from which on a single output is class 1, else 0
   */
  int[] classes(float threshold) {
    return Arrays.stream(rows).mapToInt(row -> classOf(row, threshold)).toArray();
  }

  private static int classOf(float[] outputs, float threshold) {
    if (outputs.length == 1) {
      return outputs[0] >= threshold ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      best = outputs[i] > outputs[best] ? i : best;
    }
    return best;
  }
}
