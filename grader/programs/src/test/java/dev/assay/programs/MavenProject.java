package dev.assay.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A user's Maven project that has Assay from a Maven repository of its own.
 *
 * <p>The repository is a folder of links to all that the build's own repository holds, without
 * {@code dev.assay}: so everything works without a network, with what the build has fetched, and
 * nothing is installed for the user.
 */
public final class MavenProject implements AutoCloseable {
  private static final String VERSION = "0.1.0";
  private static final Path HOME = Path.of(System.getProperty("assay.home"));

  private final Path project;

  private final Path repository;
  private final Path log;

  /** What a run of Maven gave. */
  public record Run(int exit, String output) {}

  /**
   * Makes the project and its repository.
   *
   * @param folder empty
   * @param pom the project's
   * @param more folders of modules that it needs beside what a program depends on
   */
  public MavenProject(Path folder, String pom, String... more) throws IOException {
    project = Files.createDirectories(folder.resolve("my models"));
    repository = Files.createDirectories(folder.resolve("repository"));
    log = folder.resolve("log");
    Files.writeString(project.resolve("pom.xml"), pom);
    linkOthers();
    install("assay", HOME.resolve("pom.xml"));
    install("assay-problem", HOME.resolve("problems/pom.xml"));
    for (String module : Stream.concat(modules().stream(), Stream.of(more)).distinct().toList()) {
      String artifact = artifact(module);
      install(artifact, HOME.resolve(module).resolve("pom.xml"));
      jar(artifact, entry(artifact, module));
    }
  }

  /** The folders of the modules that a program depends on. */
  private static List<String> modules() throws IOException {
    try (Stream<Path> problems = Files.list(HOME.resolve("problems"))) {
      return Stream.concat(
              Stream.of(
                  "grader/commons",
                  "grader/findings",
                  "datasets",
                  "grader/keras",
                  "grader/training",
                  "grader/programs"),
              problems
                  .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                  .map(folder -> "problems/" + folder.getFileName()))
          .toList();
    }
  }

  private static String artifact(String module) {
    return "assay-"
        + module
            .replace("grader/", "")
            .replace("problems/api", "problems-api")
            .replace("problems/", "problem-");
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  /** A module's jar or folder of classes among those that this test runs with. */
  private static Path entry(String artifact, String folder) {
    return classPath().stream()
        .filter(
            path ->
                path.getFileName().toString().equals(artifact + "-" + VERSION + ".jar")
                    || path.endsWith(Path.of(folder, "target", "classes")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(artifact + " is not in " + classPath()));
  }

  /** The repository that the build takes TensorFlow from. */
  private static Path buildRepository() {
    Path jar =
        classPath().stream()
            .filter(path -> path.getFileName().toString().startsWith("tensorflow-core-api-"))
            .findFirst()
            .orElseThrow();
    return jar.resolve("../../../../..").normalize();
  }

  private void linkOthers() throws IOException {
    Path other = buildRepository();
    link(other, repository, "dev");
    Path dev = Files.createDirectories(repository.resolve("dev"));
    if (Files.isDirectory(other.resolve("dev"))) {
      link(other.resolve("dev"), dev, "assay");
    }
  }

  private static void link(Path from, Path to, String butNot) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(butNot)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  private void install(String artifact, Path pom) throws IOException {
    Files.copy(pom, artifact(artifact, ".pom"));
  }

  private Path artifact(String artifact, String ending) throws IOException {
    Path folder = repository.resolve("dev/assay").resolve(artifact).resolve(VERSION);
    return Files.createDirectories(folder).resolve(artifact + "-" + VERSION + ending);
  }

  private void jar(String artifact, Path entry) throws IOException {
    Path jar = artifact(artifact, ".jar");
    if (Files.isRegularFile(entry)) {
      Files.copy(entry, jar);
      return;
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(entry.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  /** Adds a class to the project. */
  void add(String className, String source) throws IOException {
    addFile("src/main/java/" + className + ".java", source);
  }

  /** Adds a file to the project. */
  public void addFile(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The project's folder. */
  public Path folder() {
    return project;
  }

  /** Runs Maven without a network, whatever its exit code. */
  public Run maven(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(maven(), "-B", "-o"));
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(arguments));
    return start(new ProcessBuilder(command));
  }

  private static String maven() {
    String maven = System.getProperty("assay.maven", "");
    String name = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    return maven.isEmpty() ? name : Path.of(maven, "bin", name).toString();
  }

  /**
   * Compiles it with Maven, and asks Maven for its class path; both by plugins that the build has.
   */
  List<String> compile() throws IOException, InterruptedException {
    Path classPath = project.resolve("classpath");
    run(
        new ProcessBuilder(
            maven(),
            "-B",
            "-q",
            "-o",
            "-Dmaven.repo.local=" + repository,
            "-Dmdep.outputFile=" + classPath,
            "org.apache.maven.plugins:maven-compiler-plugin:3.16.0:compile",
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath"));
    return List.of(Files.readString(classPath).strip().split(File.pathSeparator));
  }

  /**
   * Runs one of its classes.
   *
   * @param natives where JavaCPP unpacks TensorFlow's libraries
   * @return what it printed on standard output
   */
  String java(String className, List<String> classPath, Path natives)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(project.resolve("target/classes").toString()));
    all.addAll(classPath);
    return run(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.bytedeco.javacpp.cachedir=" + natives,
            "-Dassay.cache=" + project.resolve("no cache"),
            "-cp",
            String.join(File.pathSeparator, all),
            className));
  }

  /** Removes the links, so that nobody who deletes the folder has to think of where they lead. */
  @Override
  public void close() throws IOException {
    for (Path folder : List.of(repository.resolve("dev"), repository)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
          Files.delete(link);
        }
      }
    }
  }

  private String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Run run = start(builder);
    assertThat(run.exit())
        .as(
            "%s%n%s%s",
            builder.command(), run.output(), Files.readString(log.resolveSibling("errors")))
        .isZero();
    return run.output();
  }

  private Run start(ProcessBuilder builder) throws IOException, InterruptedException {
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
    Process process =
        builder
            .directory(project.toFile())
            .redirectOutput(log.toFile())
            .redirectError(log.resolveSibling("errors").toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(log));
  }
}
