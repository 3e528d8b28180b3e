package dev.assay.junit.home;

import dev.assay.datasets.fetch.CacheFolder;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a grading needs beside classes: the embedded data sets and TensorFlow's native
 * libraries.
 *
 * <p>In a checkout of Assay these lie where its build has put them. In a project that depends on
 * Assay they are unpacked from jars on the class path, once, into Assay's cache.
 */
public final class AssayHome {
  private static final String NATIVES = "org/tensorflow/internal/c_api/";
  private static final String EMBEDDED = "dev/assay/programs/embedded/";

  private final List<Path> classPath;
  private final Path cache;

  private AssayHome(List<Path> classPath, Path cache) {
    this.classPath = classPath;
    this.cache = cache;
  }

  /**
   * The installation that tests in this process grade with.
   *
   * @param folder the tests' working folder, in a checkout or not
   * @throws SentenceException when data or libraries are neither there nor on the class path
   */
  public static Installation find(Path folder) throws IOException {
    return new AssayHome(ClassPath.current(), CacheFolder.current()).installation(folder);
  }

  private Installation installation(Path folder) throws IOException {
    Path checkout = checkout(folder);
    Path home = checkout == null ? unpackedHome() : checkout;
    return new Installation(home, natives(home), classPath, cache);
  }

  /** The checkout that the build names, or that the tests run in; null where there is none. */
  private static @Nullable Path checkout(Path folder) {
    String named = System.getProperty("assay.home", "");
    Path start = named.isEmpty() ? folder : Path.of(named);
    for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("datasets/embedded"))
          && Files.isDirectory(at.resolve("grader/keras"))) {
        return at;
      }
    }
    return null;
  }

  private Path unpackedHome() throws IOException {
    for (Path entry : classPath) {
      if (isJar(entry) && holds(entry, "assay-programs", EMBEDDED)) {
        Path parent = cache.resolve("homes");
        Path data = new UnpackedFiles(entry, EMBEDDED).into(parent, "datasets/embedded");
        return data.resolve("../..").normalize();
      }
    }
    throw new SentenceException(Sentence.of(TerminalCode.TEST_NO_DATA));
  }

  private Path natives(Path home) throws IOException {
    String set = System.getProperty("assay.natives", "");
    Path built = set.isEmpty() ? home.resolve("grader/keras/target/native") : Path.of(set);
    if (Files.isDirectory(built)) {
      return built;
    }
    for (Path entry : classPath) {
      Optional<String> platform = isJar(entry) ? platform(entry) : Optional.empty();
      if (platform.isPresent()) {
        return new UnpackedFiles(entry, platform.get()).into(cache.resolve("natives"), "");
      }
    }
    throw new SentenceException(
        Sentence.of(TerminalCode.TEST_NO_NATIVES, "platform", platformName()));
  }

  private static boolean isJar(Path entry) {
    return entry.toString().endsWith(".jar") && Files.isRegularFile(entry);
  }

  /** The folder with this platform's libraries in a jar of TensorFlow's natives. */
  private static Optional<String> platform(Path jar) throws IOException {
    String folder = NATIVES + platformName() + "/";
    return holds(jar, "tensorflow-core-native", folder) ? Optional.of(folder) : Optional.empty();
  }

  /** Tells whether a jar is an artifact's and holds files with names that begin so. */
  private static boolean holds(Path jar, String artifact, String prefix) throws IOException {
    if (!jar.getFileName().toString().startsWith(artifact)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .anyMatch(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory());
    }
  }

  /** The platform as TensorFlow Java's artifacts name it, such as linux-x86_64. */
  private static String platformName() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "macosx" : os.contains("windows") ? "windows" : "linux";
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    return system + "-" + (arm ? "arm64" : "x86_64");
  }
}
