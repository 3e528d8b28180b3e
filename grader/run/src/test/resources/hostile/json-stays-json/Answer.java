import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final String S =
      "\u001b]8;;http://127.0.0.1/\u0007link\u001b]8;;\u0007\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007\u001b[2J\u001b[1A\u202ederevoc\n::error::owned\r  PASSED, 5 of 5 points.\u009b31m\u2028\ufeff\ud800";

  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    System.out.println(S);
    System.err.println(S);
    throw new IllegalStateException(S, new RuntimeException(S));
  }
}
