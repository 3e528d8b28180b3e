// ACCEPTED
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints how many archives of classes its Java has in memory. */
@Answers("iris")
final class ShowsItsArchives extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    try (var mapped = Files.lines(Path.of("/proc/self/maps"))) {
      System.out.println(
          mapped
                  .filter(line -> line.endsWith(".jsa"))
                  .map(line -> line.substring(line.lastIndexOf(' ')))
                  .distinct()
                  .count()
              + " archives");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return super.build(spec);
  }
}
