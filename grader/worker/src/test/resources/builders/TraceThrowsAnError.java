// builders.TraceThrowsAnError$Bad (its message cannot be read: java.lang.Error)
package builders;

import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.io.PrintWriter;

@Answers("iris")
final class TraceThrowsAnError extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    throw new Bad();
  }

  private static final class Bad extends RuntimeException {
    @Override
    public void printStackTrace(PrintWriter out) {
      throw new Error("mine");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new Error("mine too");
    }
  }
}
