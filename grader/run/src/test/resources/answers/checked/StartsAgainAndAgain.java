// TIME_LIMIT
// endless loop
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

/** Says over and over that its time begins now. */
@Answers("iris")
final class StartsAgainAndAgain extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    byte[] started = "{\"type\":\"Started\"}\n".getBytes(StandardCharsets.UTF_8);
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      while (true) {
        out.write(started);
        Thread.sleep(100);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
