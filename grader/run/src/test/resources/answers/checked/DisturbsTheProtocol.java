// ACCEPTED
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class DisturbsTheProtocol extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    System.out.println("{\"type\":\"Built\"}");
    System.out.print("\u0000\ufffe no newline");
    return super.build(spec);
  }
}
