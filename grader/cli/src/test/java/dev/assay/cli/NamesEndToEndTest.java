package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.datasets.paths.RawPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real launcher of an installation in a Korean folder, on a class of students whose names are
 * of every kind, in locales that need not be here.
 */
@Tag("exhaustive")
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "names there are bytes, and bubblewrap may be there")
class NamesEndToEndTest {
  private static final Path REAL = Path.of(System.getProperty("assay.home"));
  private static final Set<String> LEFT_OUT =
      Set.of(".git", "test", "test-classes", "classes", "reports", "surefire-reports", "bench");

  /** Handed in by each: a folder's name and the class's. */
  private static final Map<String, String> STUDENTS =
      Map.of(
          "한국 어",
          "붓꽃답안",
          "\u1112\u1161\u11ab 😀 \"q' $x @",
          "IrisAnswer",
          "caf\udce9",
          "Café",
          "\udcb4\udce4\udcbe\udcc8",
          "IrisAnswer",
          "가".repeat(85),
          "IrisAnswer");

  @TempDir private static Path temp;
  private static Path home = Path.of("");

  @BeforeAll
  static void install() throws IOException {
    assumeTrue(
        Files.exists(REAL.resolve("grader/cli/target/assay-cli-0.1.0.jar")),
        "there is no build to copy: run ./assay once");
    home = RawPaths.resolve(temp, "한국 어 'q'/assay");
    Files.walkFileTree(REAL, new Copy());
    String answer = Files.readString(REAL.resolve("solutions/reference/IrisAnswer.java"));
    for (Map.Entry<String, String> student : STUDENTS.entrySet()) {
      Path folder = Files.createDirectories(RawPaths.resolve(temp, "반/" + student.getKey()));
      // "Café" as Latin-1 has it; the others in UTF-8.
      String file = student.getValue().replace("é", "\udce9") + ".java";
      Files.writeString(
          RawPaths.resolve(folder, file),
          answer
              .replaceFirst("(?m)^package .*$", "")
              .replaceAll("\\bIrisAnswer\\b", student.getValue()));
    }
  }

  /** What is large is linked. */
  private static final class Copy extends SimpleFileVisitor<Path> {
    private static final long LARGE = 1 << 20;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (LEFT_OUT.contains(String.valueOf(folder.getFileName()))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(target(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.size() > LARGE) {
        try {
          Files.createLink(target(file), file);
          return FileVisitResult.CONTINUE;
        } catch (IOException e) {
          assertThat(target(file)).as("another file system takes no link").doesNotExist();
        }
      }
      Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }

    private static Path target(Path path) {
      return home.resolve(REAL.relativize(path));
    }
  }

  /** Runs a line of a shell that may use $assay, from the folder of it all. */
  private static Run shell(String line, String... settings) throws Exception {
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    List<String> command = new ArrayList<>(List.of("env", "-i"));
    command.addAll(List.of("PATH=" + System.getenv("PATH"), "HOME=" + temp));
    command.addAll(List.of(settings));
    command.addAll(List.of("sh", "-c", "assay='./한국 어 '\\''q'\\''/assay/assay'; " + line));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  @Test
  void everyNameIsGradedInALocaleThatIsNotHere() throws Exception {
    Run run =
        shell(
            "ASSAY_CACHE=$(printf '%s/c\\264\\344 x' \"$PWD\") \"$assay\" grade 반"
                + " --out \"$(printf '결과 \\351')\"",
            "LANG=ko_KR.UTF-8");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("결과 \\xE9");
    try (Stream<Path> files = Files.walk(RawPaths.resolve(temp, "결과 \udce9"))) {
      assertThat(files.filter(file -> file.endsWith("result.json"))).hasSize(STUDENTS.size());
    }
    assertThat(RawPaths.resolve(temp, "c\udcb4\udce4 x/arrays")).isDirectory();
  }

  /** Bubblewrap hides itself. */
  @Test
  void everyNameIsBuiltWithoutASandboxInTheLocaleC() throws Exception {
    String hiding =
        Files.exists(Path.of("/usr/bin/bwrap"))
            ? "bwrap --dev-bind / / --ro-bind /dev/null /usr/bin/bwrap "
            : "";
    Run run = shell(hiding + "\"$assay\" check 반 --data-dir 반", "LANG=C");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out().lines().filter(line -> line.contains("Ready to be graded.")))
        .hasSize(STUDENTS.size());
  }

  @Test
  void digitsAndLettersAreThoseOfEveryLocale() throws Exception {
    for (String locale : List.of("ar:EG", "tr:TR")) {
      String[] parts = locale.split(":", -1);
      Run run =
          shell(
              "\"$assay\" list && \"$assay\" check \"$(printf '반/caf\\351')\" && \"$assay\" doctor;"
                  + " \"$assay\" list IRIS",
              "LANG=%s_%s".formatted(parts[0], parts[1]),
              "JAVA_TOOL_OPTIONS=-Duser.language=%s -Duser.country=%s"
                  .formatted(parts[0], parts[1]));
      String all = run.out() + run.err();
      assertThat(all).contains("Ready to be graded.", "names that are not ASCII: a class");
      assertThat(all.codePoints().filter(c -> c > 0x7F && Character.isDigit(c))).isEmpty();
      assertThat(all).doesNotContain("ı", "İ");
    }
  }
}
