package dev.assay.run.processes;

import dev.assay.datasets.fetch.CacheFolder;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where Assay lies on this machine.
 *
 * @param home the repository
 * @param natives the folder with TensorFlow's native libraries
 * @param classPath of this process; children get a part of it
 * @param cache what may be deleted at any time: data sets, prepared arrays
 */
public record Installation(Path home, Path natives, List<Path> classPath, Path cache) {
  /**
   * The running installation: the system properties {@code assay.home} (default: the working
   * folder), {@code assay.natives} and {@code assay.cache}, or the platform's cache folder.
   */
  public static Installation current() {
    Path home = Path.of(System.getProperty("assay.home", "")).toAbsolutePath().normalize();
    String natives = System.getProperty("assay.natives");
    return new Installation(
        home,
        natives == null ? home.resolve("grader/keras/target/native") : Path.of(natives),
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toList(),
        CacheFolder.current(home.resolve("grader/cli/target/cache")));
  }

  /** The data sets that come with the repository. */
  public Path embeddedData() {
    return home.resolve("datasets/embedded");
  }

  /** The reference answers. */
  public Path referenceAnswers() {
    return home.resolve("solutions/reference");
  }

  /**
   * Where archives of classes are, with which child processes start faster: the system property
   * {@code assay.class-data}, or a folder of the build.
   */
  Path classData() {
    String set = System.getProperty("assay.class-data");
    return set == null ? home.resolve("grader/cli/target/class-data") : Path.of(set);
  }

  /** Tells whether TensorFlow's native libraries are there. */
  public boolean hasNatives() {
    return Files.isDirectory(natives);
  }

  /** Requires TensorFlow's native libraries; without them the exception says what to do. */
  void requireNatives() throws IOException {
    if (!hasNatives()) {
      throw new SentenceException(
          Sentence.of(FaultCode.NATIVES_MISSING, "folder", natives.toString()));
    }
  }

  /** The Java launcher of this process. */
  public static Path java() {
    return Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");
  }
}
