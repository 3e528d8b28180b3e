package dev.assay.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a build server does. */
final class Shell {
  private static final int MOST_SECONDS = 120;

  private Shell() {}

  /** What a command did; its two streams are one, as in a log. */
  record Ended(int code, String log) {}

  /** Runs a script with bash and with these variables of the environment only. */
  static Ended run(String script, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("step", ".sh");
    Files.writeString(file, script);
    return run(
        List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString()),
        folder,
        environment);
  }

  private static Ended run(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("log", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as(command.toString()).isTrue();
    return new Ended(process.exitValue(), Files.readString(log));
  }

  /** Checks that bash can read a script; it runs nothing. */
  static void checkSyntax(String name, String script) throws IOException, InterruptedException {
    Path file = Files.createTempFile("script", ".sh");
    Files.writeString(file, script);
    Ended ended =
        run(List.of("bash", "-n", file.toString()), Path.of("").toAbsolutePath(), Map.of());
    assertThat(ended.log()).as(name).isEmpty();
    assertThat(ended.code()).as(name).isZero();
  }
}
