// OUTPUT_LIMIT
// printed more than the allowed 8 MiB
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class PrintsForever extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    while (true) {
      System.out.println("still here");
    }
  }
}
