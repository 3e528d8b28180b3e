package dev.assay.problems.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.problems.ProblemContract;
import dev.assay.problems.ProblemData;
import org.junit.jupiter.api.Test;

class MnistProblemTest extends ProblemContract {
  MnistProblemTest() {
    super("mnist");
  }

  @Test
  void theEmbeddedDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("mnist", "embedded").load(1);
    assertThat(data.train().size()).isEqualTo(1217);
    assertThat(data.validation().size()).isEqualTo(180);
    assertThat(data.hidden().size()).isEqualTo(400);
  }

  @Test
  void thePublishedDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("mnist", "full").load(1);
    assertThat(data.train().size()).isEqualTo(55000);
    assertThat(data.validation().size()).isEqualTo(5000);
    assertThat(data.hidden().size()).isEqualTo(10000);
  }
}
