import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import java.util.Scanner;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    System.out.println(new Scanner(System.in).nextLine());
    return model(spec);
  }
}
