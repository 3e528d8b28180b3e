package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Expected texts in src/test/resources.
 *
 * <p>{@code mvn -pl grader/report test -Dtest.argLine=-Dassay.goldens=write} writes them anew; then
 * review the diff.
 */
public final class Golden {

  private Golden() {}

  public static void check(String name, String actual) throws IOException {
    String home = Objects.requireNonNull(System.getProperty("assay.home"), "assay.home");
    Path file = Path.of(home, "grader/report/src/test/resources/dev/assay/report", name);
    if ("write".equals(System.getProperty("assay.goldens"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }
}
