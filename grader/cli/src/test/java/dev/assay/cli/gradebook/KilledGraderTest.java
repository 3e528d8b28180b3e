package dev.assay.cli.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A grader that is killed at every stage, and started again by the same command. Nothing here
 * depends on when exactly the blow falls: the gradebook is the same in any case.
 */
@Tag("exhaustive")
class KilledGraderTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final String SETTINGS =
      """
      {"title": "ML", "problems": ["iris"], "timeZone": "Asia/Seoul", "due": "2099-01-01T00:00"}
      """;

  @TempDir private Path folder;

  private @Nullable Process grader;

  @BeforeEach
  void handIn() throws IOException {
    SampleAnswers.write(folder.resolve("class/ann"), SampleAnswers.iris(40));
    SampleAnswers.write(folder.resolve("class/ben"), SampleAnswers.iris(2));
    SampleAnswers.write(folder.resolve("class/cleo"), "class Nothing {}");
    Files.writeString(folder.resolve("class.json"), SETTINGS);
    Files.writeString(folder.resolve("roster.csv"), "id,name\nann,Ann\nben,Ben\ndan,Dan\n");
  }

  @AfterEach
  void end() {
    kill();
  }

  private void kill() {
    if (grader != null) {
      grader.descendants().forEach(ProcessHandle::destroyForcibly);
      grader.destroyForcibly();
    }
  }

  private Object[] command(String out) {
    return new Object[] {
      "grade",
      folder.resolve("class"),
      "--roster",
      folder.resolve("roster.csv"),
      "--settings",
      folder.resolve("class.json"),
      "--out",
      folder.resolve(out)
    };
  }

  /** Starts the command, and kills it once its folder has a file that meets the condition. */
  private void startAndKill(String stage, Predicate<Path> condition) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Process process = AssayProcess.of(temporary, folder.resolve("log"), command("out")).start();
    grader = process;
    long end = System.nanoTime() + LONG.toNanos();
    while (process.isAlive() && files().stream().noneMatch(condition)) {
      assertThat(System.nanoTime()).as(stage).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
    kill();
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).as(stage).isTrue();
  }

  private List<Path> files() throws IOException {
    Path out = folder.resolve("out");
    if (!Files.exists(out)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        out,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(out.relativize(file));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  @Test
  void theSameCommandEndsWithTheSameGradebook() throws Exception {
    Run whole = Run.of(command("whole"));
    assertThat(whole.code()).as(whole.err()).isEqualTo(1);
    for (String stage :
        List.of(
            "class.json",
            "ann/classes.jar",
            "ann/iris/weights.safetensors",
            "ann/iris/predictions.npy",
            "ann/iris/result.json",
            "ben/iris/result.json")) {
      Path file = FileSystems.getDefault().getPath(stage);
      startAndKill(stage, file::equals);
    }
    Run resumed = Run.of(command("out"));
    assertThat(resumed.code()).as(resumed.err()).isEqualTo(1);
    assertThat(resumed.out()).contains("ann / iris: already graded, result kept");
    assertThat(gradebook("out")).isEqualTo(gradebook("whole"));
    assertThat(names("out")).isEqualTo(names("whole"));
  }

  private String gradebook(String out) throws IOException {
    return Files.readString(folder.resolve(out).resolve("gradebook.json"));
  }

  /** What is left in a run's folder, without the temporary files of a killed process. */
  private List<String> names(String out) throws IOException {
    Path run = folder.resolve(out);
    try (Stream<Path> files = Files.walk(run)) {
      return files
          .map(file -> run.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".json") || name.endsWith(".csv"))
          .sorted()
          .toList();
    }
  }
}
