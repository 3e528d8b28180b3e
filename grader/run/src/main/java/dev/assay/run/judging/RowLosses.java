package dev.assay.run.judging;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.problems.Task;
import dev.assay.protocol.BuiltModel;

/** What each hidden example adds to the error of a model, for comparisons row by row. */
public final class RowLosses {
  private RowLosses() {}

  /**
   * Computes the losses.
   *
   * <p>For classes it is 0 where the predicted class is right and otherwise 1; with several labels
   * an example, 0 where all are right. For a regression it is the squared error.
   *
   * @param predictions a row for each hidden example
   * @return one for each example, in their order
   */
  public static double[] of(BuiltModel model, Dataset data, Task task, NumericArray predictions) {
    NumericArray labels = data.hidden().labels();
    PredictedClasses classes =
        new PredictedClasses(predictions, model.manifest().compilation().loss().outputs());
    double[] losses = new double[predictions.rows()];
    for (int row = 0; row < losses.length; row++) {
      losses[row] =
          switch (task) {
            case REGRESSION -> squared(predictions.getFloat(row), labels.getFloat(row));
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION ->
                classes.of(row) == labels.getInt(row) ? 0 : 1;
            case MULTILABEL_CLASSIFICATION -> allRight(classes, labels, row) ? 0 : 1;
          };
    }
    return losses;
  }

  private static double squared(double predicted, double label) {
    return (predicted - label) * (predicted - label);
  }

  private static boolean allRight(PredictedClasses classes, NumericArray labels, int row) {
    int width = labels.rowSize();
    for (int i = 0; i < width; i++) {
      boolean label = labels.getFloat(row * width + i) != 0;
      if (classes.isAbove(row, i) != label) {
        return false;
      }
    }
    return true;
  }
}
