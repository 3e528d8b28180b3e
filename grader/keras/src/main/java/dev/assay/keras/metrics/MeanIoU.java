package dev.assay.keras.metrics;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The mean over the classes of {@code hits / (predicted + actual - hits)}: in [0, 1]; classes that
 * neither occur nor are predicted do not count. As Keras's {@code MeanIoU} of the largest outputs
 * ({@code OneHotMeanIoU}, {@code sparse_y_pred=False}); a single output makes two classes.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.MEAN_IOU, "[[0, 1], [1, 0]]", "[[0.3, 0.7], [0.4, 0.6]]"); // -> 0.25
 * }</pre>
 */
public record MeanIoU() implements Metric {
  @Override
  public String key() {
    return "mean_io_u";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int width(int outputs) {
    return Counts.width(outputs);
  }

  @Override
  public Operand<TFloat32> sums(MetricBatch batch) {
    return Counts.sums(batch, batch.predicted());
  }

  @Override
  public double value(double[] sums, long examples) {
    List<Counts> classes = Counts.of(sums);
    if (classes.size() == 1) {
      classes = List.of(classes.get(0), classes.get(0).ofTheRest(examples));
    }
    return classes.stream()
        .filter(counts -> counts.union() > 0)
        .mapToDouble(counts -> counts.hits() / counts.union())
        .average()
        .orElse(0);
  }
}
