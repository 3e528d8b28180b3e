package dev.assay.worker.measuring;

import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.protocol.Job;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.ModelMeasurement.Weight;
import dev.assay.training.ModelProbe;
import dev.assay.training.session.LossGradients.BatchLoss;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures a model with the weights that it has at the time. */
public final class StateMeter {
  /** Steps of a short training: enough to tell a rate that works from one that does not. */
  private static final int STEPS = 60;

  /** Examples of a short training, where batches are large. */
  private static final int EXAMPLES = 4000;

  private final ModelProbe probe;
  private final Manifest manifest;
  private final Samples samples;
  private final List<Job.Watched> watched;
  private final Map<String, float[]> initial;

  /** Takes the weights that the model has now as those before training. */
  public StateMeter(
      ModelProbe probe, Manifest manifest, Samples samples, List<Job.Watched> watched) {
    this.probe = probe;
    this.manifest = manifest;
    this.samples = samples;
    this.watched = watched;
    initial = probe.weights();
  }

  /** Measures the model as it is. */
  public ModelMeasurement.State measure() {
    Map<String, Double> train = probe.evaluate(samples.train());
    Map<String, Double> validation = probe.evaluate(samples.validation());
    double shuffled = probe.evaluate(samples.shuffled()).getOrDefault("loss", Double.NaN);
    BatchLoss batch = probe.gradients(samples.train());
    List<String> tensors = new ArrayList<>();
    List<ValueMeter> meters = new ArrayList<>();
    for (Job.Watched each : watched) {
      tensors.add(each.tensor());
      meters.add(new ValueMeter(each));
    }
    OutputMeter outputs = new OutputMeter(manifest, samples.validation().labels());
    tensors.add(manifest.serving().output());
    probe.fetch(
        tensors,
        samples.validation().features(),
        (place, values, units) -> {
          if (place == meters.size()) {
            outputs.add(values);
          } else {
            meters.get(place).add(values, units);
          }
        });
    return new ModelMeasurement.State(
        train,
        validation,
        batch.loss(),
        batch.penalty(),
        shuffled,
        outputs.result(),
        meters.stream().map(ValueMeter::result).toList(),
        weights(batch.gradients()));
  }

  private List<Weight> weights(Map<String, float[]> gradients) {
    Map<String, float[]> now = probe.weights();
    List<Weight> found = new ArrayList<>();
    for (WeightSpec weight : manifest.weights()) {
      if (weight.trainable()) {
        float[] values = Objects.requireNonNull(now.get(weight.name()));
        float[] gradient = gradients.get(weight.name());
        found.add(
            new Weight(
                weight.name(),
                size(values),
                gradient == null ? null : size(gradient),
                distance(values, Objects.requireNonNull(initial.get(weight.name())))));
      }
    }
    return found;
  }

  /** Trains a little from the weights before training, and returns the training loss afterwards. */
  public double lossAfter(double rate, int batchSize) throws IOException {
    int steps = Math.max(1, Math.min(STEPS, EXAMPLES / batchSize));
    Map<String, float[]> before = new HashMap<>(probe.weights());
    Map<String, float[]> after = probe.trained(rate, steps * batchSize);
    if (after.isEmpty()) {
      return Double.NaN;
    }
    probe.assign(after);
    double loss = probe.gradients(samples.train()).loss();
    probe.assign(before);
    return loss;
  }

  private static double size(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum / Math.max(1, values.length));
  }

  private static double distance(float[] values, float[] others) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = (double) values[i] - others[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum / Math.max(1, values.length));
  }
}
