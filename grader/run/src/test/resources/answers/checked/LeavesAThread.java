// ACCEPTED
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class LeavesAThread extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    new Thread(
            () -> {
              while (true) {
                Thread.onSpinWait();
              }
            })
        .start();
    return super.build(spec);
  }
}
