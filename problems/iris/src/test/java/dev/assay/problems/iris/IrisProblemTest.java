package dev.assay.problems.iris;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.problems.ProblemContract;
import dev.assay.problems.ProblemData;
import org.junit.jupiter.api.Test;

class IrisProblemTest extends ProblemContract {
  IrisProblemTest() {
    super("iris");
  }

  @Test
  void theDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = ProblemData.of("iris", "embedded").load(1);
    assertThat(data.train().size()).isEqualTo(80);
    assertThat(data.validation().size()).isEqualTo(20);
    assertThat(data.hidden().size()).isEqualTo(50);
  }

  @Test
  void theSeedDecidesTheSplitAndTheFingerprint() throws Exception {
    ProblemData iris = ProblemData.of("iris", "embedded");
    Dataset one = iris.load(1);
    assertThat(iris.load(1)).isEqualTo(one);
    Dataset two = iris.load(2);
    assertThat(two.fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(two.hidden()).isNotEqualTo(one.hidden());
  }

  /** Files, reader and split together must give the same on every platform. */
  @Test
  void theFingerprintNeverChanges() throws Exception {
    assertThat(ProblemData.of("iris", "embedded").load(42).fingerprint())
        .isEqualTo("d13a1f07e305848125b7c14cb03ef9eec310b0be6be3dd95fdc58bb9aa2ef8be");
  }
}
