import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("<img src=x onerror=alert(1)>\u001b[31m=1+1")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return model(spec);
  }
}
