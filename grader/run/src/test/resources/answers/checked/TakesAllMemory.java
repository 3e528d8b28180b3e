// MEMORY_LIMIT
// ran out of memory
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.util.ArrayList;
import java.util.List;

@Answers("iris")
final class TakesAllMemory extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    List<long[]> hoard = new ArrayList<>();
    while (true) {
      hoard.add(new long[1 << 20]);
    }
  }
}
