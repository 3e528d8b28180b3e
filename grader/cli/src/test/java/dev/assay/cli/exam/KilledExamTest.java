package dev.assay.cli.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exam that is sat from start to finish, with a grader that is killed in between. */
@Tag("exhaustive")
class KilledExamTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final String BLUEPRINT =
      """
      {"id": "killed", "title": "Killed", "minutes": 600, "data": {"variant": "embedded"},
       "categories": [{"title": "A", "problems": ["iris"], "attempts": 3}]}
      """;

  @TempDir private Path folder;

  private @Nullable Process grader;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("assay.state", state().toString());
    Files.writeString(folder.resolve("exam.json"), BLUEPRINT);
    Run run = exam("start", folder.resolve("exam.json"), "--out", folder.resolve("exam"));
    assertThat(run.code()).as(run.err()).isZero();
    SampleAnswers.write(folder.resolve("answer"), SampleAnswers.iris(40));
  }

  @AfterEach
  void end() {
    System.clearProperty("assay.state");
    kill();
  }

  private Path state() {
    return folder.resolve("state");
  }

  private void kill() {
    if (grader != null) {
      grader.descendants().forEach(ProcessHandle::destroyForcibly);
      grader.destroyForcibly();
    }
  }

  private static Run exam(Object... args) {
    return Run.of(Stream.concat(Stream.of("exam"), Stream.of(args)).toArray());
  }

  /** Submits the answer, and kills the process once the exam's folder has a file. */
  private void submitAndKill(String file) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    ProcessBuilder builder =
        AssayProcess.of(
            temporary, folder.resolve("log"), "exam", "submit", "iris", folder.resolve("answer"));
    builder.environment().put("ASSAY_STATE", state().toString());
    Process process = builder.start();
    grader = process;
    long end = System.nanoTime() + LONG.toNanos();
    while (process.isAlive() && !hasFile(file)) {
      assertThat(System.nanoTime()).as(file).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
    kill();
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).as(file).isTrue();
  }

  private boolean hasFile(String name) {
    try (Stream<Path> files = Files.walk(state())) {
      return files.anyMatch(path -> path.endsWith(name));
    } catch (IOException | UncheckedIOException goneMeanwhile) {
      return false;
    }
  }

  @Test
  void nothingThatArrivedIsLost() throws Exception {
    submitAndKill("iris-1/classes.jar");
    Run status = exam("status");
    assertThat(status.out()).as(status.err()).contains("2/3", "its grading was interrupted");
    submitAndKill("iris-2/iris/weights.safetensors");
    assertThat(exam("verify").code()).isZero();
    Run finished = exam("finish");
    assertThat(finished.out()).as(finished.err()).contains("Killed: ");
    assertThat(exam("verify").out()).contains("6 entries");
    assertThat(exam("history").out()).contains("Killed");
    for (String name : List.of("report.txt", "report.json", "report.html")) {
      assertThat(folder.resolve("exam").resolve(name)).isNotEmptyFile();
    }
  }
}
