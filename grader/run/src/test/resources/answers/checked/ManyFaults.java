// CONTRACT_VIOLATION
// The model uses operations that are not allowed: ReadFile.
package answers.checked;

import answers.Base;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class ManyFaults extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return compiled(
        Layer.lambda(
            (tf, x) -> {
              tf.io.readFile(tf.constant("/etc/passwd"));
              return x;
            }),
        Dense.of(50_000));
  }

  @Override
  public FitPlan fit(ProblemSpec spec) {
    return FitPlan.epochs(501).callbacks(EarlyStopping.on("val_f1")).withOneHotLabels();
  }
}
