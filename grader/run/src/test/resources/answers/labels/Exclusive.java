package answers.labels;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

/** Takes the labels for classes of which an example has one. */
@Answers("weather")
final class Exclusive implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(Dense.of(spec.outputs()).activation(Activation.SOFTMAX))
        .compile(Adam.defaults(), Loss.BINARY_CROSSENTROPY, Metric.ACCURACY);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(2);
  }
}
