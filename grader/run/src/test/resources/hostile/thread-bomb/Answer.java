import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Model build(ProblemSpec spec) {
    for (int i = 0; i < 2000; i++) {
      Thread thread = new Thread(Answer::sleep);
      thread.setDaemon(true);
      thread.start();
    }
    sleep();
    return model(spec);
  }
}
