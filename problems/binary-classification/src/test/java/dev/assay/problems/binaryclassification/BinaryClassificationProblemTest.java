package dev.assay.problems.binaryclassification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.problems.ProblemContract;
import dev.assay.problems.ProblemData;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryClassificationProblemTest extends ProblemContract {
  BinaryClassificationProblemTest() {
    super("binary-classification");
  }

  @Test
  void theDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("binary-classification", "embedded").load(1);
    assertThat(data.train().size()).isEqualTo(284);
    assertThat(data.validation().size()).isEqualTo(85);
    assertThat(data.hidden().size()).isEqualTo(200);
  }

  @Test
  void tumoursAreNumberedAsInScikitLearn() throws Exception {
    Dataset data = ProblemData.of("binary-classification", "embedded").load(1);
    int malignant = 0;
    for (Examples part : List.of(data.train(), data.validation(), data.hidden())) {
      for (int i = 0; i < part.size(); i++) {
        malignant += part.labels().getInt(i) == 0 ? 1 : 0;
      }
    }
    assertThat(malignant).isEqualTo(212);
  }
}
