package dev.assay.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs {@link StockReader} in a new Java process whose class path has none of Assay's classes. */
final class StockProcess {
  private StockProcess() {}

  /** What it printed, by key. */
  static Map<String, String> read(Path folder, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dorg.bytedeco.javacpp.pathsFirst=true",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
            "-Djava.library.path=" + System.getProperty("java.library.path"),
            "-cp",
            classPath(),
            StockReader.class.getName()));
    command.addAll(List.of(args));
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile())).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    Map<String, String> values = new LinkedHashMap<>();
    out.lines().forEach(line -> values.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
    return values;
  }

  /** The tests' own classes, where the reader is, and the libraries. */
  private static String classPath() {
    String own = StockReader.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> entries = new ArrayList<>(List.of(new File(own).getPath()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar") && !entry.contains("assay-"))
        .forEach(entries::add);
    return String.join(File.pathSeparator, entries);
  }
}
