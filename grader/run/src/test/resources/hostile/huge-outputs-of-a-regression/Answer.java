import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("basic-regression")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(
            Normalization.layer(),
            Dense.of(1),
            (Layer)
                (context, x) ->
                    context
                        .tf()
                        .math
                        .mul(x, context.tf().constant(context.training() ? 1f : 1e17f)))
        .compile(Adam.withLearningRate(0.05f), Loss.MEAN_SQUARED_ERROR, Metric.R2_SCORE);
  }
}
