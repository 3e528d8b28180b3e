// build(spec) returned null
package builders;

import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class BuildReturnsNull extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    return null;
  }
}
