// builders.MessageNeedsAClass$Odd: 3 units are too few
package builders;

import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class MessageNeedsAClass extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    throw new Odd();
  }

  private static final class Odd extends RuntimeException {
    @Override
    public String getMessage() {
      return new Words(3).toString();
    }
  }

  private record Words(int units) {
    @Override
    public String toString() {
      return units + " units are too few";
    }
  }
}
