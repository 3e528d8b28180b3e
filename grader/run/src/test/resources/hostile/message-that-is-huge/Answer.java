import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  private static final class Bad extends RuntimeException {
    @Override
    public String getMessage() {
      return "x".repeat(50_000_000);
    }
  }

  @Override
  public Model build(ProblemSpec spec) {
    throw new Bad();
  }
}
