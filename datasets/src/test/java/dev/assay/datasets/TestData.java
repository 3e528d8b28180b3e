package dev.assay.datasets;

import java.nio.file.Path;

/** Where data lies on the machine that runs the tests. */
public final class TestData {
  private TestData() {}

  static Path home() {
    return Path.of(System.getProperty("assay.home", "..")).toAbsolutePath().normalize();
  }

  public static Path embedded() {
    return home().resolve("datasets").resolve("embedded");
  }
}
