package dev.assay.problems.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.ProblemContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MnistProblemTest {
  @Test
  void itsModuleKeepsTheContract() throws Exception {
    assertThat(ProblemContract.violations("mnist", Path.of(""))).isEmpty();
  }
}
