package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.paths.RawPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script {@code assay} makes of locales and of names that are not ASCII. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "assay is a POSIX shell script; on Windows assay.cmd takes its place")
class LauncherNamesTest {
  /** A locale program of a system that has these, and says of others what glibc's does. */
  private static final String LOCALE =
      """
      if [ "$1" = -a ]; then echo C; echo fr_FR.utf8; exit; fi
      case ${LC_ALL:-${LC_CTYPE:-$LANG}} in
        %s) echo UTF-8 ;;
        C | POSIX) echo ANSI_X3.4-1968 ;;
        *) echo 'locale: Cannot set LC_CTYPE to default locale: No such file or directory' >&2
          echo ANSI_X3.4-1968 ;;
      esac
      """;

  @TempDir private Path temp;
  private Path bin = Path.of("");

  @BeforeEach
  void makeStandIns() throws IOException {
    bin = Files.createDirectories(temp.resolve("bin"));
    script(
        "java",
        "echo \"locale=${LC_ALL:-$LANG} child=$ASSAY_LOCALE cache=${ASSAY_CACHE:-}\"",
        "for arg; do echo \"<$arg>\"; done");
    script("mvn", "exit 0");
    script("locale", LOCALE.formatted("C.UTF-8"));
  }

  private void script(String name, String... lines) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** An installation that looks as if it had been built. */
  private Path installation(String name) throws IOException {
    Path home = Files.createDirectories(RawPaths.resolve(temp, name));
    Files.copy(Path.of(System.getProperty("assay.home"), "assay"), home.resolve("assay"));
    for (String folder : List.of("datasets", "problems", "grader/keras/target/native")) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("grader/cli/target"));
    Files.writeString(home.resolve("grader/cli/target/assay-cli-0.1.0.jar"), "");
    return home;
  }

  /** Runs a line of a shell in an installation: not every argument can be given to a process. */
  private Run shell(Path home, Map<String, String> environment, String line) throws Exception {
    // The folder itself may be one that a process builder cannot name.
    Path link = Files.createSymbolicLink(temp.resolve("link"), home);
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", line)
            .directory(temp.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Files.delete(link);
    return new Run(process.exitValue(), Files.readString(out), lines(err));
  }

  /** What is said may hold a name of any bytes. */
  private static String lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "LANG, C.UTF-8, C.UTF-8",
    "LANG, ko_KR.UTF-8, C.UTF-8",
    "LANG, C, C.UTF-8",
    "LC_ALL, tr_TR, C.UTF-8",
    "LC_ALL, ar_EG.ISO-8859-6, C.UTF-8",
  })
  void javaGetsALocaleThatIsHereAndHasUtf8(String name, String value, String expected)
      throws Exception {
    Run run = shell(installation("home"), Map.of(name, value), "link/assay list");
    assertThat(run.out()).startsWith("locale=%s child=C.UTF-8".formatted(expected));
  }

  @Test
  void anotherLocaleStandsInWhereTheUsualOneIsMissing() throws Exception {
    script("locale", LOCALE.formatted("fr_FR.utf8"));
    Run run = shell(installation("home"), Map.of("LANG", "ko_KR.UTF-8"), "link/assay list");
    assertThat(run.out()).startsWith("locale=fr_FR.utf8 child=fr_FR.utf8");
  }

  @Test
  void aLocaleOfWhichOneCategoryIsMissingIsReplaced() throws Exception {
    script("locale", "echo UTF-8; [ -n \"${LC_ALL:-}\" ] || echo 'locale: Cannot set LC_ALL' >&2");
    Map<String, String> environment = Map.of("LANG", "en_US.UTF-8", "LC_TIME", "ko_KR.UTF-8");
    Run run = shell(installation("home"), environment, "link/assay list");
    assertThat(run.out()).startsWith("locale=C.UTF-8 ");
  }

  @Test
  void argumentsBeyondAsciiArriveAsTheirBytes() throws Exception {
    Run run =
        shell(
            installation("한국 어"),
            Map.of("LANG", "C"),
            "link/assay grade 'a b' \"$(printf 'caf\\351')\" --out=답안 'bytes:41' '' \"q'*\"");
    assertThat(run.out())
        .endsWith(
            """
            <grade>
            <a b>
            <bytes:636166e9>
            <bytes:2d2d6f75743deb8bb5ec9588>
            <bytes:62797465733a3431>
            <>
            <q'*>
            """);
  }

  @Test
  void settingsBeyondAsciiArriveAsTheirBytes() throws Exception {
    Run run =
        shell(
            installation("home"),
            Map.of(),
            "ASSAY_CACHE=$(printf '/c/\\264\\344') link/assay list; ASSAY_CACHE=/c link/assay"
                + " list");
    assertThat(run.out()).contains("cache=bytes:2f632fb4e4\n", "cache=/c\n");
  }

  @Test
  void anInstallationThatJavaCannotNameIsToldWhatToDo() throws Exception {
    Run bytes = shell(installation("caf\udce9"), Map.of(), "link/assay list");
    assertThat(bytes.code()).isEqualTo(3);
    assertThat(bytes.err()).contains("is not valid UTF-8", "Rename it");
    Run colon = shell(installation("a:b"), Map.of(), "link/assay list");
    assertThat(colon.code()).isEqualTo(3);
    assertThat(colon.err()).contains("a:b has a colon in its name", "Rename it");
  }

  @Test
  void aWorkingFolderThatJavaCannotNameIsToldWhatToDo() throws Exception {
    installation("home");
    Path here = Files.createDirectories(RawPaths.resolve(temp, "\udcb4\udce4"));
    assertThat(here).isDirectory();
    Run run =
        shell(
            temp.resolve("home"), Map.of(), "cd \"$(printf '\\264\\344')\" && ../link/assay list");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("is not valid UTF-8", "use Assay in and from another folder");
  }
}
