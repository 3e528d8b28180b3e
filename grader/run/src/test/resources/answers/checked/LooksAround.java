// ACCEPTED
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** Prints where it is and what it is told, and leaves files there if it can. */
@Answers("iris")
final class LooksAround extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    Path here = Path.of("").toAbsolutePath();
    System.out.println("folder " + here);
    System.out.println("temporary " + System.getProperty("java.io.tmpdir"));
    System.out.println("told " + new TreeSet<>(System.getenv().keySet()));
    try (var files = Files.list(here)) {
      // JavaCPP makes a hidden one.
      System.out.println("files " + files.filter(file -> !isHidden(file)).count());
      Files.writeString(Files.createDirectories(here.resolve("a/b")).resolve("left.txt"), "x");
    } catch (IOException e) {
      System.out.println("refused");
    }
    return super.build(spec);
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }
}
