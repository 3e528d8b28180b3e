package dev.assay.training.session;

import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.tracing.Gradients;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.Labelled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** The training loss of a batch and its derivatives by the weights, without a step. */
public final class LossGradients {
  private final ModelSession model;
  private final Objective objective;
  private final List<WeightSpec> trainable;
  private final List<Optional<Operand<TFloat32>>> gradients;

  /** Adds loss and derivatives to the model's graph for training. */
  public LossGradients(ModelSession model, Targets targets) {
    this.model = model;
    Trace training = model.manifest().training();
    objective = Objective.add(model, training, targets);
    trainable = model.manifest().weights().stream().filter(WeightSpec::trainable).toList();
    List<Output<?>> reads = new ArrayList<>();
    trainable.forEach(weight -> reads.add(model.tensor(training.read(weight))));
    gradients = Gradients.of(model.graph(), objective.loss(), reads);
  }

  /**
   * The loss of a batch as training computes it, with Dropout and the like.
   *
   * @param loss the mean of the examples' losses, without penalties
   * @param penalty what regularizers add
   * @param gradients the derivatives of loss and penalty by each weight that has one, row-major
   */
  public record BatchLoss(double loss, double penalty, Map<String, float[]> gradients) {}

  /** Computes the loss of a set as one batch. */
  public BatchLoss of(Labelled data) {
    try (BatchFeed features = new BatchFeed(data.features(), data.size());
        BatchFeed labels = new BatchFeed(data.labels(), data.size())) {
      Tensor x = features.batch(null, 0, data.size());
      Tensor y = labels.batch(null, 0, data.size());
      Session.Runner runner =
          model
              .runner()
              .feed(model.input(model.manifest().training()), x)
              .feed(objective.labels(), y);
      objective.parts().forEach(runner::fetch);
      gradients.forEach(gradient -> gradient.ifPresent(runner::fetch));
      try (Result result = runner.run()) {
        return read(result, data.size());
      }
    }
  }

  private BatchLoss read(Result result, int examples) {
    int parts = objective.parts().size();
    Map<String, float[]> found = new LinkedHashMap<>();
    int at = parts;
    for (int i = 0; i < trainable.size(); i++) {
      if (gradients.get(i).isPresent()) {
        found.put(trainable.get(i).name(), FloatTensors.of(result.get(at++)));
      }
    }
    double sum = FloatTensors.of(result.get(0))[0];
    double penalty = FloatTensors.of(result.get(parts - 1))[0];
    return new BatchLoss(sum / examples, penalty, found);
  }
}
