package dev.assay.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions of a graded answer for examples of the validation set and for rows of a file. */
class PredictCommandTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void grade() throws IOException {
    SampleAnswers.write(folder.resolve("안나"), SampleAnswers.iris(60));
    Run run = Run.of("grade", folder.resolve("안나"), "--out", folder.resolve("out"));
    assertThat(run.code()).as(run.err()).isLessThan(2);
  }

  private static Run predict(Object... more) {
    Object[] all = new Object[more.length + 2];
    all[0] = "predict";
    all[1] = folder.resolve("out");
    System.arraycopy(more, 0, all, 2, more.length);
    return Run.of(all);
  }

  @Test
  void aSampleHasTrueClassesAndIsDrawnAgainByItsSeed() {
    Run run = predict("--sample", 5);
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("안나 / iris: 5 examples of the validation set.");
    assertThat(lines.subList(3, lines.size()))
        .hasSize(5)
        .allMatch(line -> line.matches("\\d  (setosa|versicolor|virginica) .* [01]\\.\\d\\d"));
    assertThat(predict("--sample", 5).out()).isEqualTo(run.out());
  }

  @Test
  void rowsOfAFileArePredicted() throws IOException {
    Path rows = folder.resolve("꽃.csv");
    Files.writeString(
        rows,
        "petal_width,petal_length,sepal_width,sepal_length\n0.2,1.4,3.5,5.1\n2.5,6.0,3.3,6.3\n");
    Run run = predict(rows);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().skip(2).toList().get(0)).matches("#  PREDICTED +PROBABILITIES");
    assertThat(run.out().lines().skip(3)).first().asString().startsWith("1  setosa ");
    assertThat(run.out().lines()).last().asString().startsWith("2  virginica ");
  }

  @Test
  void whatCannotBePredictedIsNamed() throws IOException {
    assertThat(predict().err()).startsWith("assay: Name one thing to predict: ");
    assertThat(predict("--sample", 0).code()).isEqualTo(2);
    assertThat(predict(Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n")).err())
        .contains("missing: [sepal_length, ");
    assertThat(predict(folder.resolve("digit.png")).err())
        .contains(
            "iris has rows of numbers, not images. Name a CSV file with the header sepal_length,");
    assertThat(Run.of("predict", folder.resolve("out"), "--sample", 1, "--lang", "ko").code())
        .isZero();
  }
}
