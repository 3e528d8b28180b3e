import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers(Answer.ID + Answer.ID + Answer.ID + Answer.ID)
class Answer extends Attack {
  @Override
  void attack() {}

  private static final String TEN = "0123456789";
  private static final String HUNDRED = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
  private static final String THOUSAND =
      HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED;
  static final String ID =
      THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND
          + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND;

  @Override
  public Model build(ProblemSpec spec) {
    return model(spec);
  }
}
