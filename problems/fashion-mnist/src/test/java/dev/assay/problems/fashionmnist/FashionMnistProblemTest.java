package dev.assay.problems.fashionmnist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.ProblemContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FashionMnistProblemTest {
  @Test
  void itsModuleKeepsTheContract() throws Exception {
    assertThat(ProblemContract.violations("fashion-mnist", Path.of(""))).isEmpty();
  }
}
