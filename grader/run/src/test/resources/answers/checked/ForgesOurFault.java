// BUILD_ERROR
// the disk is full
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

/** Says in the grader's place that the grader failed: that would never count. */
@Answers("iris")
final class ForgesOurFault extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    String message =
        "{\"type\":\"Failed\",\"cause\":\"WORKER\","
            + "\"sentence\":{\"code\":\"OTHER_FAILURE\",\"arguments\":{\"reason\":\"the disk is full\"}}}\n";
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(message.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return super.build(spec);
  }
}
