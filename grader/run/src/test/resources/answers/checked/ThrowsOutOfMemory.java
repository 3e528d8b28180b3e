// MEMORY_LIMIT
// ran out of memory
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class ThrowsOutOfMemory extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    java.nio.ByteBuffer.allocateDirect(Integer.MAX_VALUE);
    return super.build(spec);
  }
}
