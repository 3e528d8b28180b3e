package answers.labels;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Model;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

/**
 * A sigmoid for each label; beside it a decoder that must make the features again, and examples
 * that weigh more where they have labels.
 */
@Answers("weather")
final class Good implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    Input x = Input.layer();
    Node hidden = Dense.of(16).activation(Activation.RELU).apply(x);
    return Functional.of(
            x,
            Dense.of(spec.outputs()).activation(Activation.SIGMOID).apply(hidden),
            Dense.of(spec.features()).apply(hidden))
        .compile(
            Adam.withLearningRate(0.02),
            Head.of(
                Loss.BINARY_CROSSENTROPY,
                Metric.BINARY_ACCURACY,
                Metric.SUBSET_ACCURACY,
                Metric.F1_SCORE.threshold(0.5),
                Metric.ROC_AUC.multiLabel(true)),
            Head.of(Loss.MEAN_SQUARED_ERROR).lossWeight(0.1))
        .target(1, (tf, features, labels) -> features)
        .sampleWeights(
            (tf, features, labels) ->
                tf.math.add(tf.constant(0.5f), tf.math.mean(labels, tf.constant(1))));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(60).batchSize(16);
  }
}
