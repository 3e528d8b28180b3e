// TIME_LIMIT
// Check for an endless loop
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class LoopsInBuild extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
