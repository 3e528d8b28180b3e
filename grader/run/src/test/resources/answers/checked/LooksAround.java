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
import java.util.TreeSet;

/** Prints where it is and what it is told, and leaves files there. */
@Answers("iris")
final class LooksAround extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    Path here = Path.of("").toAbsolutePath();
    System.out.println("folder " + here);
    System.out.println("temporary " + System.getProperty("java.io.tmpdir"));
    System.out.println("told " + new TreeSet<>(System.getenv().keySet()));
    try (var files = Files.list(here)) {
      System.out.println("files " + files.count());
      Files.writeString(Files.createDirectories(here.resolve("a/b")).resolve("left.txt"), "x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return super.build(spec);
  }
}
