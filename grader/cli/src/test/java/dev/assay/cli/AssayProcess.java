package dev.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own, as the launcher starts it. */
public final class AssayProcess {
  private AssayProcess() {}

  /**
   * A process to be started; all that it says goes to a file.
   *
   * @param folder for its temporary files
   */
  public static ProcessBuilder of(Path folder, Path log, Object... args) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.add("-Djava.io.tmpdir=" + folder);
    line.add("-Dassay.home=" + System.getProperty("assay.home"));
    line.add("-Dassay.cache=" + System.getProperty("assay.cache"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    for (Object arg : args) {
      line.add(arg.toString());
    }
    return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
  }
}
