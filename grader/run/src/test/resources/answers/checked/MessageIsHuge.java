// BUILD_ERROR
// java.lang.IllegalStateException: xxxxxx
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class MessageIsHuge extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    throw new IllegalStateException("x".repeat(8 << 20));
  }
}
