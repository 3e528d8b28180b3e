// BUILD_ERROR
// java.lang.IllegalStateException: no idea
// at answers.checked.BuildThrows.build(BuildThrows.java:
// Caused by: java.io.IOException: deeper
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class BuildThrows extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    throw new IllegalStateException("no idea", new java.io.IOException("deeper"));
  }
}
