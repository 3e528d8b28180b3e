package dev.assay.worker.measuring;

import dev.assay.keras.losses.Outputs;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.training.TensorData;
import dev.assay.protocol.ModelMeasurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gathers what a model predicts. */
final class OutputMeter {
  private final int width;
  private final Outputs kind;
  private final TensorData labels;
  private final double[] sums;
  private final double[] squares;
  private final List<Integer> predicted;
  private final List<Integer> actual;
  private int row;

  OutputMeter(Manifest manifest, TensorData labels) {
    this.labels = labels;
    width = manifest.output().size();
    kind = manifest.compilation().loss().outputs();
    sums = new double[width];
    squares = new double[width];
    int classes = hasClasses(labels) ? Math.max(2, width) : 0;
    predicted = new ArrayList<>(Collections.nCopies(classes, 0));
    actual = new ArrayList<>(Collections.nCopies(classes, 0));
  }

  private static boolean hasClasses(TensorData labels) {
    return labels.shape().size() == 1 && labels.type() != ElementType.FLOAT32;
  }

  void add(float[] values) {
    for (int from = 0; from < values.length; from += width) {
      for (int i = 0; i < width; i++) {
        sums[i] += values[from + i];
        squares[i] += (double) values[from + i] * values[from + i];
      }
      if (!predicted.isEmpty()) {
        count(predicted, predictedClass(values, from));
        count(actual, labels.classNumber(row));
      }
      row++;
    }
  }

  private static void count(List<Integer> counts, int label) {
    if (label < counts.size()) {
      counts.set(label, counts.get(label) + 1);
    }
  }

  private int predictedClass(float[] values, int from) {
    if (width == 1) {
      return values[from] >= kind.threshold() ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < width; i++) {
      best = values[from + i] > values[from + best] ? i : best;
    }
    return best;
  }

  ModelMeasurement.Outputs result() {
    double mean = 0;
    double spread = 0;
    for (int i = 0; i < width; i++) {
      double middle = sums[i] / row;
      mean += middle / width;
      spread += Math.sqrt(Math.max(0, squares[i] / row - middle * middle)) / width;
    }
    return new ModelMeasurement.Outputs(mean, spread, labelSpread(), predicted, actual);
  }

  private double labelSpread() {
    double sum = 0;
    double square = 0;
    for (int i = 0; i < labels.rows(); i++) {
      float label = labels.row(i)[0];
      sum += label;
      square += (double) label * label;
    }
    double middle = sum / labels.rows();
    return Math.sqrt(Math.max(0, square / labels.rows() - middle * middle));
  }
}
