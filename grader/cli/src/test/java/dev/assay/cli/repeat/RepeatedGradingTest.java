package dev.assay.cli.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedGradingTest {
  @TempDir private Path folder;

  private Run grade(Object... more) throws Exception {
    SampleAnswers.write(folder.resolve("지수"), SampleAnswers.iris(40));
    Object[] line = new Object[more.length + 2];
    line[0] = "grade";
    line[1] = folder.resolve("지수");
    System.arraycopy(more, 0, line, 2, more.length);
    return Run.of(line);
  }

  @Test
  @Tag("exhaustive")
  void foldsHideEveryRowOnce() throws Exception {
    Run run = grade("--folds", "3");
    assertThat(run.out())
        .as(run.err())
        .contains("fold 1: ", "fold 3: ", " of 150 right in 3 folds together", "135 are needed");
    assertThat(run.code()).isEqualTo(run.out().contains("135 are needed: passes") ? 0 : 1);
  }

  @Test
  @Tag("exhaustive")
  void repeatsShowTheMedianAndNeverTheBest() throws Exception {
    Run run = grade("--repeats", "2", "--seed", "7");
    assertThat(run.out())
        .as(run.err())
        .contains("seed 7: ", "seed 8: ", "of 2 scores", "of 2 pass (exact 95 % interval");
    assertThat(folder.resolve("지수")).isDirectoryNotContaining("glob:**.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--repeats 1 | --repeats needs a whole number from 2 to 1,000. Received: 1",
        "--folds 1001 | --folds needs a whole number from 2 to 1,000. Received: 1001",
        "--folds 3 --repeats 3 | --repeats, --folds",
        "--folds 3 --json | --folds, --json",
        "--repeats x | --repeats needs a whole number",
        "--folds 3 --problem mnist | --folds is for tables of fewer than 1,000 rows",
      })
  void wrongOptionsAreExplained(String options, String reason) throws Exception {
    Run run = grade((Object[]) options.split(" ", -1));
    assertThat(run.code()).as(run.out()).isEqualTo(2);
    assertThat(run.err()).contains(reason);
  }
}
