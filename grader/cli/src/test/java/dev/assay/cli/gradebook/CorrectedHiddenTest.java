package dev.assay.cli.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.cli.sealing.SealedSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on an instructor's own hidden set, some of whose labels were wrong. */
class CorrectedHiddenTest {
  @TempDir private static Path folder;

  private static Run graded = new Run(0, "", "");

  /** Ten of the twenty species are wrong: whoever knows irises fails. */
  @BeforeAll
  static void gradeOnWrongLabels() throws IOException {
    SampleAnswers.write(folder.resolve("class/anna"), SampleAnswers.iris(40));
    Run.of("seal", "--new-key", key());
    String[] lines = SealedSamples.IRIS.split("\n");
    for (int i = 1; i <= 10; i++) {
      lines[i] = lines[i].replaceFirst("[a-z]+$", i % 3 == 1 ? "virginica" : "setosa");
    }
    seal("wrong", String.join("\n", lines) + "\n");
    seal("right", SealedSamples.IRIS);
    seal("other", SealedSamples.IRIS.replace("5.011", "5.012"));
    graded =
        Run.of(
            "grade",
            folder.resolve("class"),
            "--hidden",
            folder.resolve("wrong.sealed"),
            "--key-file",
            key(),
            "--out",
            out());
  }

  private static Path key() {
    return folder.resolve("hidden.key");
  }

  private static Path out() {
    return folder.resolve("out");
  }

  private static void seal(String name, String table) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".csv"), table);
    Path sealed = folder.resolve(name + ".sealed");
    Run run = Run.of("seal", "iris", "--table", file, "--out", sealed, "--key-file", key());
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static Run score(String set) {
    Path sealed = folder.resolve(set + ".sealed");
    return Run.of(
        "score", out(), "--hidden", sealed, "--key-file", key(), "--reason", "wrong labels");
  }

  @Test
  void rightLabelsLetTheAnswerPassWithoutTraining() throws IOException {
    assertThat(graded.out()).contains("10 of 20 hidden examples are right");
    Run other = score("other");
    assertThat(other.code()).as(other.err()).isZero();
    assertThat(other.out())
        .contains("No result changes", "anna / iris stays as it is: its predictions were not kept");
    Run usual = Run.of("score", out(), "--reason", "none");
    assertThat(usual.out()).contains("anna / iris stays as it is");
    Run run = score("right");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("(FAILED) -> 5 points (PASSED)", "1 result changes, and the grades of 1 student");
    assertThat(Files.readString(out().resolve("anna/iris/result.json")))
        .contains("20 of 20 hidden examples are right");
    assertThat(Files.readString(out().resolve("anna/iris/result.1.json")))
        .contains("10 of 20 hidden examples are right");
    assertThat(Files.readString(out().resolve("scorings.jsonl"))).contains("right.sealed");
    assertThat(score("right").out()).contains("No result changes");
    Run closed =
        Run.of("score", out(), "--hidden", folder.resolve("right.sealed"), "--reason", "r");
    assertThat(closed.code()).isEqualTo(2);
  }
}
