package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code assay}, a copy of it in a folder of its own with stand-ins for java and mvn.
 */
class LauncherTest {
  private static final String BUILDING = "Building Assay; this takes a minute the first time ...\n";
  private static final String RECORDING =
      "Recording the classes that Java loads; later starts take half the time ...\n";

  /** What a machine has; {@code cksum} stands in where it has none of the others for digests. */
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cksum",
          "dirname",
          "find",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sha256sum",
          "shasum",
          "sort",
          "stat",
          "stty",
          "tail",
          "uniq");

  @TempDir private Path temp;
  private Path home = Path.of("");
  private Path bin = Path.of("");

  @BeforeEach
  void copyTheScript() throws IOException {
    assumeFalse(
        OS.WINDOWS.isCurrentOs(),
        "assay is a POSIX shell script; on Windows assay.cmd takes its place");
    home = Files.createDirectories(temp.resolve("a home"));
    bin = Files.createDirectories(temp.resolve("bin"));
    Files.copy(Path.of(System.getProperty("assay.home"), "assay"), home.resolve("assay"));
    for (String folder : List.of("datasets/src", "problems/iris/src", "grader/cli/src/main")) {
      Files.createDirectories(home.resolve(folder));
    }
    write(home.resolve("pom.xml"), "");
    write(home.resolve("grader/cli/src/main/Main.java"), "");
    for (String tool : TOOLS) {
      Optional<Path> real = which(tool);
      if (real.isPresent()) {
        script(tool, "exec %s \"$@\"".formatted(real.get()));
      }
    }
    script("java", "for arg in \"$@\"; do echo \"<$arg>\"; done");
    script(
        "mvn",
        "echo \"$@\" >>'%s'".formatted(temp.resolve("builds")),
        "echo 'Downloading from central: https://repo/a/a-1.pom'",
        "echo 'Downloading from central: https://repo/b/b-1.pom'",
        "echo '[INFO] Building Assay: data sets 0.1.0                   [2/13]'",
        "echo '[INFO] Building jar: a.jar'",
        "cd '%s' && mkdir -p grader/cli/target/classes grader/keras/target/native".formatted(home),
        ">grader/cli/target/assay-cli-0.1.0.jar",
        "printf 'an end of a line without one'");
  }

  private static Optional<Path> which(String tool) {
    return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
        .filter(Files::exists)
        .findFirst();
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(1000)));
  }

  private void script(String name, String... lines) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Run assay(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", home.resolve("assay").toString()));
    command.addAll(List.of(args));
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private long builds() throws IOException {
    Path file = temp.resolve("builds");
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8).size() : 0;
  }

  private Path target() {
    return home.resolve("grader/cli/target");
  }

  @Test
  void buildsOnceAndShowsWhatItDoes() throws Exception {
    Run first = assay("list");
    assertThat(first.code()).isZero();
    assertThat(first.err())
        .isEqualTo(
            BUILDING
                + "  downloading the libraries that the build needs\n"
                + "  [2/13] compiling data sets\n"
                + RECORDING);
    assertThat(first.out()).endsWith("<dev.assay.cli.Main>\n<list>\n");
    Run second = assay("list");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void recordsClassesAfterABuildAndStartsWithThem() throws Exception {
    String out = assay("list").out();
    String archives = home.toRealPath().resolve("grader/cli/target/class-data") + "/";
    assertThat(out)
        .containsPattern("<-XX:SharedArchiveFile=" + Pattern.quote(archives) + "assay-.*\\.jsa>")
        .containsPattern("<-Dassay.recorded=" + Pattern.quote(archives) + "recorded-.*-none>");
    assertThat(target().resolve("build.log"))
        .content()
        .contains("<-XX:ArchiveClassesAtExit=" + archives)
        .endsWith("<dev.assay.cli.Main>\n<prepare>\n");
  }

  @Test
  void recordsAnewWhenASandboxIsInstalledOrJavaReplaced() throws Exception {
    assay("list");
    script("bwrap", "exit 0");
    assertThat(assay("list").err()).isEqualTo(RECORDING);
    assertThat(assay("list").err()).isEmpty();
    Files.delete(bin.resolve("bwrap"));
    assertThat(assay("list").err()).as("what was recorded before still fits").isEmpty();
    script("java", "for arg in \"$@\"; do echo \"<$arg>\"; done", "# another one");
    assertThat(assay("list").err()).isEqualTo(RECORDING);
    assertThat(assay("list").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void recordsAnewWhenJavaTakesTheMarkAway() throws Exception {
    assay("list");
    Path mark;
    try (Stream<Path> marks = Files.list(target().resolve("class-data"))) {
      mark =
          marks
              .filter(file -> file.getFileName().toString().startsWith("recorded-"))
              .findFirst()
              .orElseThrow();
    }
    Files.delete(mark);
    assertThat(assay("list").err()).isEqualTo(RECORDING);
    assertThat(mark).exists();
    assertThat(assay("list").err()).isEmpty();
  }

  @Test
  void triesToRecordOnceWhereThatFails() throws Exception {
    script("java", "for arg in \"$@\"; do [ \"$arg\" != prepare ] || exit 1; done");
    assertThat(assay("list").err())
        .contains(RECORDING + "assay: Java will start slower than it could; ")
        .endsWith("build.log says why\n");
    assertThat(assay("list").err()).isEmpty();
  }

  @Test
  void passesArgumentsAsTheyAre() throws Exception {
    assertThat(assay("grade", "my answers", "", "*", "a\"b'c").out())
        .endsWith("<dev.assay.cli.Main>\n<grade>\n<my answers>\n<>\n<*>\n<a\"b'c>\n")
        .contains("<-Dassay.home=" + home.toRealPath() + ">")
        .contains("<-Dassay.tty.out=false>", "<-Dassay.tty.err=false>");
  }

  @Test
  void worksThroughAFolderThatIsALink() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("link"), home);
    Path real = home.toRealPath();
    home = link;
    assertThat(assay("list").out()).contains("<-Dassay.home=" + real + ">");
  }

  @Test
  void worksThroughLinksToTheScript() throws Exception {
    Path real = home.toRealPath();
    Path links = Files.createDirectories(temp.resolve("a link's folder"));
    Path second = links.resolve("second");
    Files.createSymbolicLink(second, Path.of("..").resolve(temp.relativize(home)).resolve("assay"));
    Files.createSymbolicLink(links.resolve("assay"), second.toAbsolutePath());
    home = links;
    assertThat(assay("list").out()).contains("<-Dassay.home=" + real + ">");
  }

  @Test
  void buildsAgainWhenASourceOrAPomOrAResourceHasAnotherContent() throws Exception {
    List<String> sources =
        List.of(
            "grader/cli/src/main/Main.java",
            "pom.xml",
            "problems/iris/src/main/resources/statement.md");
    Files.createDirectories(home.resolve("problems/iris/src/main/resources"));
    assay("list");
    for (String source : sources) {
      Files.writeString(home.resolve(source), "changed");
      assertThat(assay("list").err()).as(source).startsWith(BUILDING);
      assertThat(assay("list").err()).as(source).isEmpty();
    }
    Files.delete(home.resolve("grader/cli/src/main/Main.java"));
    assertThat(assay("list").err()).startsWith(BUILDING);
  }

  /** Maven goes by times: what it would take for current is removed. */
  @Test
  void buildsAnewWhenTheChangedFileLooksOld() throws Exception {
    Path source = home.resolve("grader/cli/src/main/Main.java");
    Files.writeString(source, "one");
    assay("list");
    Path leftOver = Files.writeString(target().resolve("classes/Main.class"), "");
    Files.writeString(source, "two");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(100)));
    assertThat(assay("list").err()).startsWith(BUILDING);
    assertThat(leftOver).exists();
    Files.writeString(source, "six");
    age(source, 5000);
    assertThat(assay("list").err()).startsWith(BUILDING);
    assertThat(leftOver).doesNotExist();
  }

  @Test
  void doesNotBuildAgainForOtherTimes() throws Exception {
    assay("list");
    for (int seconds : new int[] {5000, -5000}) {
      age(home.resolve("grader/cli/src/main/Main.java"), seconds);
      age(home.resolve("pom.xml"), seconds);
      assertThat(assay("list").err()).isEmpty();
    }
    assertThat(builds()).isEqualTo(1);
  }

  /** As where a build server restores a build beside a fresh checkout. */
  @Test
  void doesNotBuildAgainInACopy() throws Exception {
    assay("list");
    Path copy = temp.resolve("copy");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(home.relativize(file).toString()));
      }
    }
    home = copy;
    assertThat(assay("list").err()).doesNotContain(BUILDING);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takesABuildByMavenAloneUntilASourceChanges() throws Exception {
    Files.createDirectories(home.resolve("grader/keras/target/native"));
    Files.writeString(Files.createDirectories(target()).resolve("assay-cli-0.1.0.jar"), "by Maven");
    assertThat(assay("list").err()).isEqualTo(RECORDING);
    Path source = home.resolve("grader/cli/src/main/Main.java");
    write(source, "changed");
    assertThat(assay("list").err()).startsWith(BUILDING);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takesNothingOfABuildThatFailed() throws Exception {
    assay("list");
    write(home.resolve("grader/cli/src/main/Main.java"), "changed");
    script("mvn", "exit 1");
    assertThat(assay("list").code()).isEqualTo(3);
    assertThat(assay("list").code()).isEqualTo(3);
  }

  @Test
  void doesNotBuildAgainForATestOrABuiltFile() throws Exception {
    assay("list");
    for (String folder : List.of("grader/cli/src/test", "grader/cli/target")) {
      Files.createDirectories(home.resolve(folder));
      Files.writeString(home.resolve(folder).resolve("Other.java"), "");
    }
    assertThat(assay("list").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  private static void age(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  @Test
  void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
    script("mvn", "i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo \"line $i\"; done; exit 1");
    Run run = assay("list");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(BUILDING + "line 71\n")
        .contains("line 100\nassay: the build failed; the whole log is ")
        .doesNotContain("line 70\n");
    assertThat(home.resolve("grader/cli/target/build.log")).content().startsWith("line 1\n");
  }

  @Test
  void saysThatMavenOrJavaIsMissing() throws Exception {
    Files.delete(bin.resolve("mvn"));
    Run maven = assay("list");
    assertThat(maven.code()).isEqualTo(3);
    assertThat(maven.err()).contains("Maven (mvn) is needed to build Assay. Install it");
    Files.delete(bin.resolve("java"));
    Run java = assay("list");
    assertThat(java.code()).isEqualTo(3);
    assertThat(java.err()).contains("Java is needed. Install JDK 17 or newer, or set JAVA_HOME");
  }

  @Test
  void passesTheExitCodeOn() throws Exception {
    script("java", "exit 130");
    assertThat(assay("grade").code()).isEqualTo(130);
  }
}
