import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  private static final class Bad extends RuntimeException {
    @Override
    public synchronized Throwable getCause() {
      return new Bad();
    }
  }

  @Override
  public Model build(ProblemSpec spec) {
    throw new Bad();
  }
}
