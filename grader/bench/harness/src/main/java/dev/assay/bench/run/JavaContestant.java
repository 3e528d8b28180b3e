package dev.assay.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A module of the benchmark, in a process of its own.
 *
 * @param id its folder beside the harness; after a dash may follow a mode that the options set
 * @param mainClass of the program
 * @param options of the JVM
 * @param threading how it is told the number of threads
 * @param platform whose natives its pom takes; empty for every one
 * @param bench the folder of the benchmark
 */
record JavaContestant(
    String id,
    String mainClass,
    List<String> options,
    Threading threading,
    String platform,
    Path bench)
    implements Contestant {
  JavaContestant {
    options = List.copyOf(options);
  }

  @Override
  public Optional<String> obstacle() {
    if (!platform.isEmpty() && !platform.equals(thisPlatform())) {
      return Optional.of(
          "its natives are taken for %s, and this is %s".formatted(platform, thisPlatform()));
    }
    return Files.isRegularFile(jar()) && Files.isRegularFile(libraries())
        ? Optional.empty()
        : Optional.of("not built: see " + bench.resolve("target/build.log"));
  }

  private static String thisPlatform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "");
    return os + "-" + (arch.equals("amd64") ? "x86_64" : arch);
  }

  private String module() {
    int dash = id.indexOf('-');
    return dash < 0 ? id : id.substring(0, dash);
  }

  private Path target() {
    return bench.resolve(module()).resolve("target");
  }

  private Path jar() {
    return target().resolve("assay-bench-%s-0.1.0.jar".formatted(module()));
  }

  private Path libraries() {
    return target().resolve("class-path");
  }

  @Override
  public List<String> command(Path job, int threads) {
    List<String> command =
        new ArrayList<>(threading.prefix(threads, Runtime.getRuntime().availableProcessors()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(jar() + File.pathSeparator + readLibraries());
    command.add(mainClass);
    command.add(job.toString());
    return command;
  }

  private String readLibraries() {
    try {
      return Files.readString(libraries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> environment(int threads) {
    return threading.environment(threads);
  }
}
