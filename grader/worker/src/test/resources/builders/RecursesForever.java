// java.lang.StackOverflowError
package builders;

import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class RecursesForever extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return build(spec);
  }
}
