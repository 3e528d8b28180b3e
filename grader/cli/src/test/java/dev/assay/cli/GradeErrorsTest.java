package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeErrorsTest {
  @TempDir private Path folder;

  private void assertWrong(String sentence, Object... args) {
    Run run = Run.of(args);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(sentence);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aWrongCommandLineExitsWith2() {
    Path none = folder.resolve("none");
    assertWrong("There is no problem irsi. There are: b", "grade", "--problem", "irsi");
    assertWrong("There is no " + none, "grade", none, "--out", folder.resolve("out"));
    assertWrong("There are: auto, california, embedded, full", "grade", "--data", "ful");
    assertWrong("--data-dir: there is no folder " + none, "grade", "--data-dir", none);
    assertWrong(
        "iris has no data variant california",
        "grade",
        "--problem",
        "iris",
        "--data",
        "california");
    assertWrong("--jobs must be at least 1. Received: 0", "grade", "--jobs", "0");
    assertWrong("--jobs", "grade", "--jobs", "many");
    assertWrong("--seed", "grade", "--seed", "x");
    assertWrong("--joobs", "grade", "--joobs", "2");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void resultsThatCannotBeWrittenExitWith2() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertWrong("--out: results cannot be written to " + file, "grade", "--out", file);
    assertWrong("(it is not a folder). Choose another", "grade", "--out", file.resolve("below"));
  }

  @Test
  void anEmptyFolderIsNoAnswer() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path out = folder.resolve("out");
    Run run = Run.of("grade", empty, "--problem", "iris", "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("NO_ANSWER", "holds no Java file", "`assay new`");
    assertThat(out.resolve("empty/iris/result.json")).content().contains("\"NO_ANSWER\"");
  }

  @Test
  void corruptDataIsTheGradersFault() throws IOException {
    Path mnist = Files.createDirectories(folder.resolve("data/mnist"));
    for (String name : new String[] {"train-images-idx3", "t10k-images-idx3"}) {
      Files.write(mnist.resolve(name + "-ubyte"), new byte[] {0, 0, 8, 3, 0, 0});
      Files.write(
          mnist.resolve(name.replace("images-idx3", "labels-idx1") + "-ubyte"), new byte[8]);
    }
    Path answer = SampleAnswers.write(folder.resolve("someone"), SampleAnswers.iris(1));
    Run run =
        Run.of(
            "grade",
            answer,
            "--problem",
            "mnist",
            "--data",
            "full",
            "--data-dir",
            folder.resolve("data"),
            "--out",
            folder.resolve("out"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("GRADER_ERROR", "train-images-idx3-ubyte");
  }
}
