package dev.assay.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DataShowTest {
  private static Run show(Object... more) {
    Object[] line = new Object[more.length + 2];
    line[0] = "data";
    line[1] = "show";
    System.arraycopy(more, 0, line, 2, more.length);
    return Run.of(line);
  }

  @Test
  void aTableHasItsRangesAndSomeRows() {
    Run run = show("iris", "--n", "2");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("iris/embedded", "The training set has 80 examples", "setosa ", "COLUMN", "MEAN")
        .contains("sepal_length");
    List<String> rows =
        run.out().lines().filter(line -> line.matches("(setosa|versicolor|virginica) .*")).toList();
    assertThat(rows).hasSize(2);
  }

  /** However many are asked for, there are those of the training set only, each of them once. */
  @Test
  void hiddenRowsAreNeverShown() throws Exception {
    Installation installation = DataSets.standard().installation();
    DatasetEntry entry =
        DataSets.standard().entries().stream()
            .filter(each -> each.key().equals("iris/embedded"))
            .findFirst()
            .orElseThrow();
    Examples train =
        new DataStore(installation.embeddedData(), null, installation.cache())
            .load(entry, GradeOptions.DEFAULT_SEED)
            .train();
    List<String> expected = new ArrayList<>();
    for (int row = 0; row < train.size(); row++) {
      StringBuilder line =
          new StringBuilder(entry.target().classes().get(train.labels().getInt(row)));
      for (int column = 0; column < 4; column++) {
        float value = train.features().getFloat(4 * row + column);
        line.append(' ').append(String.format(Locale.ROOT, "%.1f", value));
      }
      expected.add(line.toString().replace(".0", ""));
    }
    assertThat(
            show("iris", "--n", "1000")
                .out()
                .lines()
                .filter(line -> line.matches("(setosa|versicolor|virginica) .*"))
                .map(line -> line.strip().replaceAll(" +", " ")))
        .hasSize(80)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void imagesAreDrawnWithTheirClassesAbove() {
    Run run = show("mnist", "--data", "embedded", "--n", "3", "--class", "7");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("7 "))).isNotEmpty();
    assertThat(run.out()).containsPattern("[█▓#@%]");
  }

  @Test
  void wrongNamesAreExplained() {
    assertThat(show("iris", "--class", "rose").err()).contains("no class rose", "setosa");
    assertThat(show("basic-regression", "--class", "1").err()).contains("The target is a number");
    assertThat(show("iris", "--n", "0").err()).contains("--n needs a whole number from 1 to 1,000");
    assertThat(show("irises").code()).isEqualTo(2);
  }
}
