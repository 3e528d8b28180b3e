// OUTPUT_LIMIT
// a line of 4,194,305 bytes or more
// 4,194,304 are allowed
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

@Answers("iris")
final class SaysALineWithoutEnd extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      while (true) {
        out.write(new byte[1 << 16]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
