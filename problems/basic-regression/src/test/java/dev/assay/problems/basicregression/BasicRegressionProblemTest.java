package dev.assay.problems.basicregression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.problems.ProblemContract;
import dev.assay.problems.ProblemData;
import org.junit.jupiter.api.Test;

class BasicRegressionProblemTest extends ProblemContract {
  BasicRegressionProblemTest() {
    super("basic-regression");
  }

  @Test
  void theEmbeddedDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("basic-regression", "embedded").load(1);
    assertThat(data.train().size()).isEqualTo(130);
    assertThat(data.validation().size()).isEqualTo(35);
    assertThat(data.hidden().size()).isEqualTo(60);
  }

  @Test
  void autoMpgHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("basic-regression", "full").load(1);
    assertThat(data.train().size()).isEqualTo(254);
    assertThat(data.validation().size()).isEqualTo(60);
    assertThat(data.hidden().size()).isEqualTo(78);
  }

  @Test
  void californiaHousingHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("basic-regression", "california").load(1);
    assertThat(data.train().size()).isEqualTo(13346);
    assertThat(data.validation().size()).isEqualTo(3000);
    assertThat(data.hidden().size()).isEqualTo(4087);
  }

  @Test
  void theDataSaysThatRepeatedCarsWereDropped() throws Exception {
    assertThat(ProblemData.of("basic-regression", "embedded").load(1).notes())
        .extracting(Object::toString)
        .containsExactly("9 of 234 rows that repeat another row were dropped");
  }

  @Test
  void publishedDataSaysWhichRowsWereDropped() throws Exception {
    assertThat(ProblemData.of("basic-regression", "full").load(1).notes())
        .extracting(Object::toString)
        .containsExactly("6 of 398 rows without horsepower were dropped");
    assertThat(ProblemData.of("basic-regression", "california").load(1).notes())
        .extracting(Object::toString)
        .containsExactly("207 of 20640 rows without total_bedrooms were dropped");
  }

  @Test
  void housesAreWorthHundredsOfThousands() throws Exception {
    NumericArray values =
        ProblemData.of("basic-regression", "california").load(1).hidden().labels();
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.getFloat(i)).isBetween(0.14f, 5.1f);
    }
  }
}
