package dev.assay.keras.ensembles;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The average of members of one architecture, each with its own initial weights and its own
 * bootstrap resample: as many examples as the training set has, drawn from it with replacement.
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan = FitPlan.epochs(20).ensemble(Ensemble.bagging(5));
 * plan.ensemble(); // -> Bagging[members=5]
 * error(() -> Ensemble.bagging(1)); // -> Bagging: members must be in [2, 50]. Received: 1
 * }</pre>
 *
 * @param members how many, 2 to 50
 * @see <a href="https://doi.org/10.1007/BF00058655">Breiman, Bagging Predictors (1996)</a>
 */
public record Bagging(int members) implements Ensemble {
  public Bagging {
    if (members < 2 || members > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Bagging: members must be in [2, %d]. Received: %d", MOST, members));
    }
  }

  @Override
  public ModelGraph trace(Model model, TensorSpec input, @Nullable TensorSpec labels, long seed) {
    return Composer.averaged(model, members, new ExampleSpec(input, labels), seed);
  }
}
