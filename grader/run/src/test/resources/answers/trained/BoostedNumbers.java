package answers.trained;

import static dev.assay.keras.activations.Activation.RELU;

import dev.assay.keras.ensembles.BoostingLoss;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;

/** The weighted median of four boosted networks. */
@Answers("basic-regression")
final class BoostedNumbers implements ModelBuilder {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(Normalization.layer(), Dense.of(16).activation(RELU), Dense.of(1))
        .compile(Adam.withLearningRate(0.02), Loss.MEAN_SQUARED_ERROR);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(30)
        .batchSize(16)
        .ensemble(Ensemble.boosting(4).loss(BoostingLoss.SQUARE));
  }
}
