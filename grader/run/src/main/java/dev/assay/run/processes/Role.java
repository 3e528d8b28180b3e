package dev.assay.run.processes;

import dev.assay.run.isolation.command.ResourceLimits;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The purpose of a child process, which decides what it is given. */
public enum Role {
  /**
   * Compiles a candidate's sources and runs its builder; no data, and nothing that reads it or
   * trains.
   */
  BUILD(384, 2048, 64, 128, Set.of()),
  /** Trains. */
  TRAIN(768, 6144, 1024, 256, Set.of("assay-training", "assay-datasets")),
  /** Reloads and predicts. */
  PREDICT(768, 6144, 1024, 256, Set.of("assay-training", "assay-datasets")),
  /** Writes a trained model in another format. */
  EXPORT(768, 6144, 1024, 256, Set.of("assay-training"));

  /** The modules that every child process needs. */
  private static final Set<String> SHARED =
      Set.of(
          "assay-worker",
          "assay-protocol",
          "assay-findings",
          "assay-problems-api",
          "assay-keras",
          "assay-commons");

  private static final List<String> LIBRARIES =
      List.of(
          "tensorflow-core-api",
          "tensorflow-core-native",
          "ndarray",
          "javacpp",
          "protobuf-java",
          "jackson-",
          "jspecify");

  /** The class path for candidates' sources. */
  private static final List<String> CANDIDATES =
      List.of(
          "assay-problems-api",
          "assay-keras",
          "tensorflow-core-",
          "ndarray",
          "javacpp",
          "protobuf-java");

  /** The class path of a user's own program: also the trainer, the data sets and their readers. */
  private static final List<String> PROGRAMS =
      List.of(
          "assay-programs",
          "assay-problem-",
          "assay-training",
          "assay-datasets",
          "assay-findings",
          "assay-commons",
          "commons-",
          "jspecify");

  /** The threads that TensorFlow starts per core when it is loaded. */
  private static final int THREADS_PER_CORE = 4;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers is immutable
  private final ResourceLimits limits;

  @SuppressWarnings("ImmutableEnumChecker") // those of Set.of are immutable
  private final Set<String> modules;

  Role(int heap, int memory, int file, int threads, Set<String> modules) {
    int cores = Runtime.getRuntime().availableProcessors();
    limits = new ResourceLimits(heap, memory, file, threads + THREADS_PER_CORE * cores);
    this.modules = modules;
  }

  /** The limits of a process. */
  public ResourceLimits limits() {
    return limits;
  }

  /**
   * The part of a class path that this role needs, in an order that does not depend on it: archives
   * of classes fit that order only.
   */
  List<Path> select(List<Path> classPath) {
    return classPath.stream()
        .sorted(Comparator.comparing(Role::artifact).thenComparing(Path::getFileName))
        .filter(
            entry ->
                SHARED.contains(artifact(entry))
                    || modules.contains(artifact(entry))
                    || LIBRARIES.stream().anyMatch(artifact(entry)::startsWith))
        .toList();
  }

  /** The part of a class path that a candidate's sources are compiled against. */
  public static List<Path> forCandidates(List<Path> classPath) {
    return classPath.stream()
        .filter(entry -> CANDIDATES.stream().anyMatch(artifact(entry)::startsWith))
        .toList();
  }

  /**
   * The part of a class path that a program of the user's own is compiled and run with: what the
   * dependency {@code assay-programs} brings.
   */
  public static List<Path> forPrograms(List<Path> classPath) {
    return classPath.stream()
        .filter(
            entry ->
                Stream.concat(CANDIDATES.stream(), PROGRAMS.stream())
                    .anyMatch(artifact(entry)::startsWith))
        .toList();
  }

  /** The Maven artifact's name: that of the jar, or of the module whose build folder it is. */
  private static String artifact(Path entry) {
    String name = entry.getFileName().toString();
    if (!name.equals("classes")) {
      return name.replaceFirst("-\\d.*$", "");
    }
    Path module = entry.resolve("../..").normalize();
    if (module.endsWith("problems/api")) {
      return "assay-problems-api";
    }
    boolean isProblem = String.valueOf(module.getParent()).endsWith("problems");
    return (isProblem ? "assay-problem-" : "assay-") + module.getFileName();
  }
}
