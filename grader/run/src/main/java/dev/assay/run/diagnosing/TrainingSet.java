package dev.assay.run.diagnosing;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.DataType;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.diagnosis.facts.DataFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sums a training set up. */
public final class TrainingSet {
  private TrainingSet() {}

  /** Returns the facts of a data set's training part. */
  public static DataFacts facts(Dataset data) {
    NumericArray labels = data.train().labels();
    int classes = data.entry().target().classes().size();
    boolean counted = classes > 0 && labels.rowSize() == 1;
    return new DataFacts(
        data.train().size(),
        data.validation().size(),
        counted ? counts(labels, classes) : List.of(),
        sizes(data.train().features()),
        classes == 0 ? targets(labels) : DataFacts.Targets.NONE);
  }

  private static List<Integer> counts(NumericArray labels, int classes) {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(classes, 0));
    for (int row = 0; row < labels.rows(); row++) {
      int label = labels.getInt(row);
      counts.set(label, counts.get(label) + 1);
    }
    return counts;
  }

  /** The root mean square of each column; of images that of all pixels. */
  private static List<Double> sizes(NumericArray features) {
    int columns = features.type() == DataType.UINT8 ? 1 : features.rowSize();
    double[] squares = new double[columns];
    for (int i = 0; i < features.size(); i++) {
      double value = features.getFloat(i);
      squares[i % columns] += value * value;
    }
    List<Double> sizes = new ArrayList<>();
    for (double sum : squares) {
      sizes.add(Math.sqrt(sum * columns / features.size()));
    }
    return sizes;
  }

  private static DataFacts.Targets targets(NumericArray labels) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < labels.size(); i++) {
      double value = labels.getFloat(i);
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
      squares += value * value;
    }
    double mean = sum / labels.size();
    double variance = Math.max(0, squares / labels.size() - mean * mean);
    return new DataFacts.Targets(least, mean, most, Math.sqrt(variance));
  }
}
