import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return build(spec);
  }
}
