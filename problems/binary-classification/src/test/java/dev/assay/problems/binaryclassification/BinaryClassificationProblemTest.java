package dev.assay.problems.binaryclassification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.ProblemContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BinaryClassificationProblemTest {
  @Test
  void itsModuleKeepsTheContract() throws Exception {
    assertThat(ProblemContract.violations("binary-classification", Path.of(""))).isEmpty();
  }
}
