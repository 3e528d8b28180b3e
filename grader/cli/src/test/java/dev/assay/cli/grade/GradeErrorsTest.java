package dev.assay.cli.grade;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
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
    assertWrong("Unknown problem: irsi. Available: b", "grade", "--problem", "irsi");
    assertWrong("No such file or folder: " + none, "grade", none, "--out", folder.resolve("out"));
    assertWrong("Available: auto, california, embedded, full", "grade", "--data", "ful");
    assertWrong("--data-dir: no such folder: " + none, "grade", "--data-dir", none);
    assertWrong(
        "iris has no data variant california",
        "grade",
        "--problem",
        "iris",
        "--data",
        "california");
    assertWrong("--jobs", "grade", "--jobs", "0");
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
  void aFolderOfOtherFilesIsNotWrittenTo() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("thesis/empty/iris"));
    Files.writeString(mine.resolve("result.json"), "mine");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path out = folder.resolve("thesis");
    assertWrong("it contains files that no earlier run wrote", "grade", empty, "--out", out);
    assertThat(mine.resolve("result.json")).hasContent("mine");
  }

  @Test
  @Tag("exhaustive")
  void whatAnEarlierRunWroteOfAnAnswerIsReplacedAndNothingElse() throws IOException {
    Path answer = SampleAnswers.write(folder.resolve("ann"), "class Broken {");
    Path out = folder.resolve("out");
    Object[] command = {"grade", answer, "--problem", "iris", "--out", out, "--regrade"};
    Run.of(command);
    Path old = out.resolve("ann/iris");
    for (String name : new String[] {"iris/weights.safetensors", "iris/notes", "classes.jar"}) {
      Files.writeString(Files.createDirectories(old.getParent()).resolve(name), "old");
    }
    assertThat(Run.of(command).out()).contains("COMPILE_ERROR");
    assertThat(old.resolve("weights.safetensors")).doesNotExist();
    assertThat(out.resolve("ann/classes.jar")).content(ISO_8859_1).isNotEqualTo("old");
    assertThat(old.resolve("notes")).hasContent("old");
    assertThat(old.resolve("result.json")).exists();
  }

  @Test
  void anEmptyFolderIsNoAnswer() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path out = folder.resolve("out");
    Run run = Run.of("grade", empty, "--problem", "iris", "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("NO_ANSWER", "contains no Java file", "`assay new`");
    assertThat(out.resolve("empty/iris/result.json")).content().contains("\"NO_ANSWER\"");
  }

  @Test
  void aSubmissionWithoutAnyAnswerHasOneResult() throws IOException {
    Path typo =
        SampleAnswers.write(folder.resolve("typo"), SampleAnswers.iris(1).replace("iris", "irsi"));
    Run run = Run.of("grade", typo, "--out", folder.resolve("out"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("@Answers(\"irsi\"), but there is no such problem; there are: basic-regression")
        .contains("0 of 1 passed, 0 of 5 points");
    assertThat(folder.resolve("out/typo/none/result.json")).content().contains("\"NO_ANSWER\"");
    Path none = SampleAnswers.write(folder.resolve("none"), "class IrisAnswer {}");
    assertThat(Run.of("check", none).out())
        .contains("NO_ANSWER", "Mark your ModelBuilder with @Answers and one of: basic-regression");
    Path other = SampleAnswers.write(folder.resolve("other"), SampleAnswers.iris(1));
    assertThat(Run.of("check", other, "--data", "california").out())
        .contains("It answers iris; graded are: basic-regression.");
  }

  /** Between two results of one submission may come others', so "above" would be wrong. */
  @Test
  @Tag("exhaustive")
  void severalAtATimeEachResultIsSaidInFull() throws IOException {
    String broken = "class Broken { int x = true; }";
    Path answer = SampleAnswers.write(folder.resolve("ann"), broken);
    Object[] command = {"grade", answer, "--problem", "iris", "--problem", "mnist", "--out"};
    String one = Run.of(with(command, folder.resolve("one"))).out();
    String two = Run.of(with(command, folder.resolve("two"), "--jobs", 2)).out();
    assertThat(one).containsOnlyOnce("int x = true").contains("As above.");
    assertThat(two.split("int x = true", -1)).hasSize(3);
    assertThat(two).doesNotContain("As above.");
  }

  private static Object[] with(Object[] command, Object... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray();
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

  @Test
  void dataThatIsNotHereIsToldBeforeAnythingIsGraded() throws IOException {
    Path data = folder.resolve("data");
    Path mnist = Files.createDirectories(data.resolve("mnist"));
    Files.createFile(mnist.resolve("train-images-idx3-ubyte"));
    String answersMnist = SampleAnswers.iris(1).replace("\"iris\"", "\"mnist\"");
    Path answer = SampleAnswers.write(folder.resolve("ann"), answersMnist);
    Path out = folder.resolve("out");
    Object[] command = {"grade", answer, "--data", "full", "--data-dir", data, "--out", out};
    String missing =
        "mnist/full: MNIST is not complete: %s lacks files. Missing: train-labels-idx1-ubyte.gz, "
            .formatted(mnist);
    assertWrong(missing, command);
    assertWrong("Get it with './assay data fetch mnist', or name the folder", command);
    assertWrong("that holds mnist/ with --data-dir DIR.", with(command, "--problem", "mnist"));
    assertWrong("fashion-mnist/full: Fas", with(command, "--problem", "fashion-mnist"));
    assertWrong(missing, "calibrate", "mnist", "--data", "full", "--data-dir", data);
    assertThat(out).doesNotExist();
  }

  @Test
  void dataOfProblemsThatNobodyAnswersNeedNotBeHere() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    String comments = "// @Answers(\"mnist\")\n/* as in\n@Answers(\"fashion-mnist\") */";
    Path answer = SampleAnswers.write(folder.resolve("ann"), comments + "class Broken {");
    Path out = folder.resolve("out");
    Run run = Run.of("grade", answer, "--data", "full", "--data-dir", data, "--out", out);
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("COMPILE_ERROR");
  }

  @Test
  void everyEntryOfAClassIsGradedOrLeftOutForAReason() throws IOException {
    SampleAnswers.write(folder.resolve("class/out"), "class Broken {");
    Files.writeString(folder.resolve("class/list.txt"), "out");
    Files.writeString(folder.resolve("class/cy.rar"), "Rar!");
    Files.createSymbolicLink(folder.resolve("class/link"), folder);
    Path out = folder.resolve("results");
    Run run = Run.of("grade", folder.resolve("class"), "--problem", "iris", "--out", out);
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("Entries: 4 found, 3 graded, 1 skipped:\n")
        .contains("  list.txt: neither a folder nor a zip file.\n")
        .contains("link is a link, which is not followed");
    assertThat(out.resolve("entries.json"))
        .content()
        .contains("\"seen\": 4,\n  \"graded\": 3,\n  \"leftOut\": 1,");
    assertThat(out.resolve("out/iris/result.json"))
        .content()
        .contains("\"origin\": \"" + folder.resolve("class/out") + "\"");
    assertThat(out.resolve(".unpacked")).doesNotExist();
  }
}
