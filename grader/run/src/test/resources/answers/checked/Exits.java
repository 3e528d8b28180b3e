// CRASHED
// it ended without an answer (exit code 0)
// Remove System.exit
// bye
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class Exits extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    System.out.println("bye");
    System.exit(0);
    return super.build(spec);
  }
}
