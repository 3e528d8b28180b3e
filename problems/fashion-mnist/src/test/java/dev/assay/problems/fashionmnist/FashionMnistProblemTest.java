package dev.assay.problems.fashionmnist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.problems.ProblemContract;
import dev.assay.problems.ProblemData;
import org.junit.jupiter.api.Test;

class FashionMnistProblemTest extends ProblemContract {
  FashionMnistProblemTest() {
    super("fashion-mnist");
  }

  @Test
  void theEmbeddedDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("fashion-mnist", "embedded").load(1);
    assertThat(data.train().size()).isEqualTo(5400);
    assertThat(data.validation().size()).isEqualTo(600);
    assertThat(data.hidden().size()).isEqualTo(1000);
  }

  @Test
  void thePublishedDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("fashion-mnist", "full").load(1);
    assertThat(data.train().size()).isEqualTo(55000);
    assertThat(data.validation().size()).isEqualTo(5000);
    assertThat(data.hidden().size()).isEqualTo(10000);
  }
}
