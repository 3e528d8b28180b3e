package dev.assay.run.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.Problems;
import dev.assay.problems.Task;
import dev.assay.run.processes.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FewLabelsTest {
  @TempDir static Path cache;

  private static Dataset load(String problem) throws DataException {
    DataStore store = new DataStore(Installation.current().embeddedData(), null, cache);
    return store.load(Problems.load().catalogue().entry(problem, "embedded"), 42);
  }

  @ParameterizedTest
  @CsvSource({
    "iris, MULTICLASS_CLASSIFICATION, 3",
    "binary-classification, BINARY_CLASSIFICATION, 2",
    "mnist, MULTICLASS_CLASSIFICATION, 10"
  })
  void oneExampleOfEachClassIsDrawn(String problem, Task task, int classes) throws DataException {
    Dataset data = load(problem);
    List<Integer> rows = FewLabels.draws(data, task, 42).get(0);

    assertThat(rows).isSorted().hasSize(classes);
    assertThat(rows.stream().map(row -> data.train().labels().getInt(row))).doesNotHaveDuplicates();
  }

  @Test
  void anAnswerHasToPassWithThreeDifferentDraws() throws DataException {
    List<List<Integer>> draws = FewLabels.draws(load("iris"), Task.MULTICLASS_CLASSIFICATION, 42);
    assertThat(draws).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void threeExamplesOfARegressionAreDrawn() throws DataException {
    List<Integer> rows = FewLabels.draws(load("basic-regression"), Task.REGRESSION, 42).get(0);
    assertThat(rows).isSorted().doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void theSameSeedDrawsTheSameExamples() throws DataException {
    Dataset data = load("iris");
    List<Integer> rows = FewLabels.draws(data, Task.MULTICLASS_CLASSIFICATION, 42).get(0);

    assertThat(FewLabels.draws(data, Task.MULTICLASS_CLASSIFICATION, 42).get(0)).isEqualTo(rows);
    assertThat(FewLabels.draws(data, Task.MULTICLASS_CLASSIFICATION, 43).get(0)).isNotEqualTo(rows);
  }

  /** Of iris an honest answer needs 45 of 50; by a lucky draw the nearest example has as many. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 99})
  void theExamplesTellLittleOfTheOthers(long seed) throws DataException {
    Dataset data = load("iris");
    List<Integer> rows = FewLabels.draws(data, Task.MULTICLASS_CLASSIFICATION, seed).get(0);
    Nearest hidden =
        new Nearest(data.train().features(), data.hidden(), Task.MULTICLASS_CLASSIFICATION);

    assertThat(hidden.agreement(rows, data.train())).isLessThan(0.86);
  }

  @Test
  void theWeightsAreOfTheExamplesAndAddUpToTheirNumber() {
    NumericArray weights = FewLabels.weights(List.of(1, 4, 5), 12);

    assertThat(weights.getFloat(1)).isEqualTo(4);
    assertThat(weights.getFloat(0)).isZero();
    TreeSet<Float> values = new TreeSet<>();
    float sum = 0;
    for (int i = 0; i < 12; i++) {
      values.add(weights.getFloat(i));
      sum += weights.getFloat(i);
    }
    assertThat(values).containsExactly(0f, 4f);
    assertThat(sum).isEqualTo(12);
  }
}
