package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Main;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two graders at once, each in a process of its own. */
class TwoGradersTest {
  @TempDir private Path folder;

  private Process start(String out, Path answer) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dassay.home=" + System.getProperty("assay.home"),
            "-Dassay.cache=" + folder.resolve("cache"),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "grade",
            answer.toString(),
            "--out",
            folder.resolve(out).toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(out + ".log").toFile())
        .start();
  }

  @Test
  @Tag("exhaustive")
  void onANewCacheBothGiveTheSameResult() throws Exception {
    Path answer = SampleAnswers.write(folder.resolve("ann"), SampleAnswers.iris(3));
    List<Process> both = List.of(start("one", answer), start("two", answer));
    for (Process process : both) {
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    }
    for (String file : new String[] {"weights.safetensors", "predictions.npy"}) {
      assertThat(folder.resolve("two/ann/iris").resolve(file))
          .as(Files.readString(folder.resolve("two.log")))
          .hasSameBinaryContentAs(folder.resolve("one/ann/iris").resolve(file));
    }
  }

  @Test
  @Tag("exhaustive")
  void onOneFolderOneIsTurnedAwayAndNothingIsLost() throws Exception {
    Path answer = SampleAnswers.write(folder.resolve("ann"), SampleAnswers.slowIris());
    Process first = start("out", answer);
    try {
      while (Files.notExists(folder.resolve("out/ann/iris/weights.safetensors"))
          && first.isAlive()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      Run second = Run.of("grade", answer, "--out", folder.resolve("out"));
      assertThat(second.err()).contains("another run is writing to it");
      assertThat(second.code()).isEqualTo(2);
      assertThat(first.isAlive()).as(Files.readString(folder.resolve("out.log"))).isTrue();
      assertThat(folder.resolve("out/ann/iris/model.pb")).exists();
    } finally {
      first.descendants().forEach(ProcessHandle::destroyForcibly);
      first.destroyForcibly().waitFor();
    }
  }
}
