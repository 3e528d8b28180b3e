import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    throw new IllegalStateException(
        "<script>alert(1)</script> ]]> \u0000\u0001\u0008\u001f\ufffe\ud800 &#0; \u202e =cmd|'/c calc'!A1");
  }
}
