// BUILD_ERROR
// messages that only the grader sends
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers a question that was not asked. */
@Answers("iris")
final class ForgesAnotherAnswer extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(
          "{\"type\":\"Predicted\",\"batchDifference\":0}\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return super.build(spec);
  }
}
