package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code assay} in an unpacked release, with a stand-in for java and without Maven. */
class LauncherReleaseTest {
  private static final String RECORDING =
      "Recording the classes that Java loads; later starts take half the time ...\n";

  @TempDir private Path temp;
  private Path home = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    assumeFalse(OS.WINDOWS.isCurrentOs(), "assay is a POSIX shell script");
    home = Files.createDirectories(temp.resolve("a release"));
    Files.copy(Path.of(System.getProperty("assay.home"), "assay"), home.resolve("assay"));
    Files.createDirectories(home.resolve("lib"));
    java("for arg in \"$@\"; do echo \"<$arg>\"; done");
  }

  private void java(String line) throws IOException {
    Path java = Files.createDirectories(temp.resolve("java/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + line + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private Run assay(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", home.resolve("assay").toString()));
    command.addAll(List.of(args));
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", temp.resolve("java").toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void itTakesTheJarsInLibAndBuildsNothing() throws Exception {
    Run run = assay("grade", "my answers");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("<" + home.toRealPath() + "/lib/*>", "<-Dassay.home=" + home.toRealPath() + ">")
        .endsWith("<dev.assay.cli.Main>\n<grade>\n<my answers>\n");
    assertThat(home.resolve("shared")).doesNotExist();
  }

  @Test
  void classesAreRecordedOnceAfterASetupThatBroughtTheNatives() throws Exception {
    assertThat(assay("setup").err()).as("without natives").isEmpty();
    Files.createDirectories(home.resolve("shared/natives"));
    assertThat(assay("grade").err()).as("another command").isEmpty();
    assertThat(assay("setup").err()).isEqualTo(RECORDING);
    assertThat(home.resolve("shared/setup.log")).content().endsWith("Main>\n<prepare>\n");
    assertThat(assay("setup").err()).as("again").isEmpty();
  }

  @Test
  void aSetupThatFailsRecordsNothingAndPassesItsExitCodeOn() throws Exception {
    Files.createDirectories(home.resolve("shared/natives"));
    java("exit 3");
    Run run = assay("setup");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
  }
}
