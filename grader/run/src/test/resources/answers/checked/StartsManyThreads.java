// MEMORY_LIMIT
// threads
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;

@Answers("iris")
final class StartsManyThreads extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    for (int i = 0; i < 10_000; i++) {
      Thread thread = new Thread(StartsManyThreads::sleep);
      thread.setDaemon(true);
      thread.start();
    }
    return super.build(spec);
  }

  private static void sleep() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
