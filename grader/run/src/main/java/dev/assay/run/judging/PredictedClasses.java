package dev.assay.run.judging;

import dev.assay.datasets.arrays.NumericArray;
import dev.assay.keras.losses.Outputs;

/**
 * The classes that outputs stand for, and how sure a model is of them.
 *
 * @param predictions a row an example
 * @param outputs how the loss reads them
 */
public record PredictedClasses(NumericArray predictions, Outputs outputs) {
  private int width() {
    return predictions.rowSize();
  }

  private float output(int row, int column) {
    return predictions.getFloat(row * width() + column);
  }

  /** Tells whether an output alone says yes. */
  public boolean isAbove(int row, int column) {
    return output(row, column) >= outputs.threshold();
  }

  /** The predicted class: the first of the largest outputs, or what a single one says. */
  public int of(int row) {
    if (width() == 1) {
      return isAbove(row, 0) ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < width(); i++) {
      best = output(row, i) > output(row, best) ? i : best;
    }
    return best;
  }

  /** How sure the model is, on a scale of its own. */
  double certainty(int row) {
    double probability = probability(row);
    if (!Double.isNaN(probability)) {
      return probability;
    }
    return width() == 1 ? Math.abs(output(row, 0) - outputs.threshold()) : output(row, of(row));
  }

  /** The probability of the predicted class; NaN where the outputs tell of none. */
  double probability(int row) {
    return probability(row, of(row));
  }

  /**
   * The probability of a class, or of a label; NaN where the outputs tell of none.
   *
   * @param label from 0
   */
  public double probability(int row, int label) {
    double probability =
        switch (outputs) {
          case PROBABILITIES -> ofClass(label, output(row, label % width()));
          case LOGITS -> ofClass(label, 1 / (1 + Math.exp(-output(row, label % width()))));
          case CLASS_LOGITS -> softmax(row, label);
          case VALUES, MARGINS -> Double.NaN;
        };
    return Math.min(1, Math.max(0, probability));
  }

  /** A single output is the probability of class 1. */
  private double ofClass(int label, double probability) {
    return width() == 1 && label == 0 ? 1 - probability : probability;
  }

  private double softmax(int row, int label) {
    double largest = output(row, of(row));
    double sum = 0;
    for (int i = 0; i < width(); i++) {
      sum += Math.exp(output(row, i) - largest);
    }
    return Math.exp(output(row, label) - largest) / sum;
  }
}
