package dev.assay.run.processes;

import dev.assay.datasets.fetch.CacheFolder;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.run.natives.NativeLibraries;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where Assay lies on this machine: a checkout that was built there, or an unpacked release.
 *
 * @param home the repository, or the release's folder
 * @param natives the folder with TensorFlow's native libraries
 * @param classPath of this process; children get a part of it
 * @param cache what may be deleted at any time: data sets, prepared arrays
 */
public record Installation(Path home, Path natives, List<Path> classPath, Path cache) {
  private static final String SHARED = "shared";

  /**
   * The running installation: the system properties {@code assay.home} (default: the working
   * folder), {@code assay.natives} and {@code assay.cache}, or the platform's cache folder.
   *
   * <p>A release's natives are in the folder that its users share, else in the user's cache.
   */
  public static Installation current() {
    Path home = Path.of(System.getProperty("assay.home", "")).toAbsolutePath().normalize();
    Path cache = CacheFolder.current(homeless(home));
    String natives = System.getProperty("assay.natives");
    return new Installation(
        home,
        natives == null ? natives(home, cache) : Path.of(natives),
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toList(),
        cache);
  }

  /** The cache of a user without a home. */
  private static Path homeless(Path home) {
    return isRelease(home)
        ? Path.of(System.getProperty("java.io.tmpdir", ""), "assay-cache")
        : home.resolve("grader/cli/target/cache");
  }

  private static Path natives(Path home, Path cache) {
    if (!isRelease(home)) {
      return home.resolve("grader/keras/target/native");
    }
    String folder = NativeLibraries.forThisMachine().folder();
    Path shared = home.resolve(SHARED).resolve(folder);
    return Files.isDirectory(shared) ? shared : cache.resolve(folder);
  }

  private static boolean isRelease(Path home) {
    return Files.isDirectory(home.resolve("lib"));
  }

  /** Returns whether this is an unpacked release, in which nothing is ever built. */
  public boolean isRelease() {
    return isRelease(home);
  }

  /**
   * The folder of a release for what all of its users need and it does not contain: natives, data
   * sets, archives of classes. It is laid out like a cache.
   */
  public Path shared() {
    return home.resolve(SHARED);
  }

  /**
   * Where {@code assay setup} puts what it fetches: the shared folder of a release that this user
   * can write, else the user's cache.
   */
  public Path setupFolder() {
    boolean writable = Files.isWritable(Files.isDirectory(shared()) ? shared() : home);
    return isRelease() && writable ? shared() : cache;
  }

  /** The folder for the results of runs for which the user names none. */
  public Path reports() {
    return isRelease() ? Path.of("reports") : home.resolve("reports");
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
    return set == null ? ownClassData() : Path.of(set);
  }

  /** The folder of the build, or of the release, for archives of classes. */
  Path ownClassData() {
    return isRelease()
        ? shared().resolve("class-data")
        : home.resolve("grader/cli/target/class-data");
  }

  /** Says that there are no native libraries, and how to get them. */
  public Sentence nativesMissing() {
    return Sentence.of(
        FaultCode.NATIVES_MISSING, "folder", natives.toString(), "release", isRelease());
  }

  /** Tells whether TensorFlow's native libraries are there. */
  public boolean hasNatives() {
    return Files.isDirectory(natives);
  }

  /** Requires TensorFlow's native libraries; without them the exception says what to do. */
  void requireNatives() throws IOException {
    if (!hasNatives()) {
      throw new SentenceException(nativesMissing());
    }
  }

  /** The Java launcher of this process. */
  public static Path java() {
    return Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");
  }
}
