// BUILD_ERROR
// Boosting needs a loss of one class or one number for each example
// use Ensemble.bagging(3)
package answers.checked;

import answers.Base;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

/** Squared errors of three probabilities are no error of a class. */
@Answers("iris")
final class BoostsSeveralNumbers extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return Sequential.of(Dense.of(spec.classes()).activation(Activation.SOFTMAX))
        .compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR);
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(5).withOneHotLabels().ensemble(Ensemble.boosting(3));
  }
}
