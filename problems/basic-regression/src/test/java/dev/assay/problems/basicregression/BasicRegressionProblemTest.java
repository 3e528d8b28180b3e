package dev.assay.problems.basicregression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.ProblemContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BasicRegressionProblemTest {
  @Test
  void itsModuleKeepsTheContract() throws Exception {
    assertThat(ProblemContract.violations("basic-regression", Path.of(""))).isEmpty();
  }
}
