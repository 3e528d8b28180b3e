package dev.assay.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which each run of tests leaves a folder with its results. */
final class ReportsFolder {
  private static final String PROPERTY = "assay.reports";

  private ReportsFolder() {}

  /**
   * The folder that a test chooses, else the system property {@code assay.reports}, else one in
   * that of the project's build.
   */
  static Path of(@Nullable Path chosen) {
    String set = System.getProperty(PROPERTY, "");
    return chosen != null ? chosen : set.isEmpty() ? inBuildOf(Path.of("")) : Path.of(set);
  }

  /** The one in the build folder of Gradle or Maven, whichever builds the project. */
  static Path inBuildOf(Path project) {
    boolean gradle =
        Stream.of("build.gradle", "build.gradle.kts")
            .anyMatch(name -> Files.exists(project.resolve(name)));
    return project.resolve(gradle ? "build" : "target").resolve("assay").toAbsolutePath();
  }
}
