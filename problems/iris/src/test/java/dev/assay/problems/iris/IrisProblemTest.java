package dev.assay.problems.iris;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.ProblemContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IrisProblemTest {
  @Test
  void itsModuleKeepsTheContract() throws Exception {
    assertThat(ProblemContract.violations("iris", Path.of(""))).isEmpty();
  }
}
