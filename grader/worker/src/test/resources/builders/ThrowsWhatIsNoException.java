// builders.ThrowsWhatIsNoException$Neither: neither exception nor error
package builders;

import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class ThrowsWhatIsNoException extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    ThrowsWhatIsNoException.<RuntimeException>sneak(new Neither());
    return null;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static final class Neither extends Throwable {
    Neither() {
      super("neither exception nor error");
    }
  }
}
