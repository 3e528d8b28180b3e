package dev.assay.training.session;

import dev.assay.training.graphs.PerExampleNodes;
import dev.assay.training.graphs.StepGraph;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.tensorflow.Tensor;

/**
 * Reads the sums of losses and metrics of a call's steps from the tensor that its program gives:
 * part by part for all steps. For a part that adds up a value of each example the tensor has those
 * values; they are added here in double precision, so that a large batch loses no digits.
 */
public final class StepMetricSums {
  private final StepGraph step;
  private final PerExampleNodes perExample;
  private final List<Integer> sizes;
  private final float[] values;
  private final double[] rows;
  private final int width;

  /**
   * Allocates the sums of a call.
   *
   * @param sizes of the steps' batches
   */
  StepMetricSums(StepGraph step, List<Integer> sizes) {
    this.step = step;
    this.sizes = sizes;
    perExample = PerExampleNodes.of(step);
    width = step.ends().sums().stream().mapToInt(StepGraph.Sum::width).sum();
    rows = new double[sizes.size() * width];
    values = new float[count()];
  }

  private int count() {
    int count = 0;
    for (StepGraph.Sum sum : step.ends().sums()) {
      for (int size : sizes) {
        count += perExample.totals().contains(sum.node()) ? size : sum.width();
      }
    }
    return count;
  }

  /**
   * The sums of each step, one after the other; overwritten by the next call.
   *
   * @throws IllegalArgumentException where the model has not one loss, or hit, for each example
   */
  double[] read(Tensor tensor) {
    if (tensor.shape().size() != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The model must have one output for each example of a batch: from batches of %s its"
                  + " loss and metrics are %d numbers instead of %d. Look for a layer or target"
                  + " that changes the first dimension.",
              new TreeSet<>(sizes),
              tensor.shape().size(),
              values.length));
    }
    FloatTensors.read(tensor, values);
    int at = 0;
    int column = 0;
    for (StepGraph.Sum sum : step.ends().sums()) {
      boolean total = perExample.totals().contains(sum.node());
      for (int k = 0; k < sizes.size(); k++) {
        int row = k * width + column;
        if (total) {
          rows[row] = total(at, sizes.get(k));
          at += sizes.get(k);
        } else {
          for (int i = 0; i < sum.width(); i++) {
            rows[row + i] = values[at++];
          }
        }
      }
      column += sum.width();
    }
    return rows;
  }

  private double total(int from, int size) {
    double total = 0;
    for (int i = from; i < from + size; i++) {
      total += values[i];
    }
    return total;
  }
}
