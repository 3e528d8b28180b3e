package dev.assay.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where data lies on the machine that runs the tests. */
public final class TestData {
  private TestData() {}

  static Path home() {
    return Path.of(System.getProperty("assay.home", "..")).toAbsolutePath().normalize();
  }

  public static Path embedded() {
    return home().resolve("datasets").resolve("embedded");
  }

  /** The folder of real data sets; a test that needs it is skipped without it. */
  static Path published() {
    String named = System.getProperty("assay.datasets");
    Path folder =
        named == null ? home().resolveSibling("shared").resolve("datasets") : Path.of(named);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () ->
            "there is no real data in %s. Name a folder that has it with -Dassay.datasets."
                .formatted(folder));
    return folder;
  }
}
