// builders.MessageThrows$Sulking (its message cannot be read
package builders;

import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class MessageThrows extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    throw new Sulking();
  }

  private static final class Sulking extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException();
    }
  }
}
