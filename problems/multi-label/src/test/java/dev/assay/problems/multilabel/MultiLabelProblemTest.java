package dev.assay.problems.multilabel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.problems.ProblemContract;
import dev.assay.problems.ProblemData;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiLabelProblemTest extends ProblemContract {
  MultiLabelProblemTest() {
    super("multi-label");
  }

  private static Dataset data() throws Exception {
    return ProblemData.of("multi-label", "embedded").load(42);
  }

  @Test
  void theDataHasTheSizesOfItsSplit() throws Exception {
    Dataset data = data();
    assertThat(data.train().size()).isEqualTo(1_500);
    assertThat(data.validation().size()).isEqualTo(300);
    assertThat(data.hidden().size()).isEqualTo(600);
  }

  /** Files, reader and split together must give the same on every platform. */
  @Test
  void theFingerprintNeverChanges() throws Exception {
    assertThat(data().fingerprint())
        .isEqualTo("10ed4d26ce179b4ffbe14b966ed73b455e68ceb3f19d086a5fdf455382439f89");
  }

  @Test
  void theFaultsAreAsFrequentAsTheSheetSays() throws Exception {
    Dataset data = data();
    long[] counts = new long[6];
    for (Examples part : List.of(data.train(), data.validation(), data.hidden())) {
      for (int i = 0; i < part.size() * counts.length; i++) {
        counts[i % counts.length] += part.labels().getInt(i);
      }
    }
    assertThat(counts).containsExactly(502, 363, 528, 467, 1005, 205);
  }

  /** The F1 of a label that is always given is 2p / (1 + p), of its share p. */
  @Test
  void whoeverNamesAllFaultsHasTheScoreThatTheSheetSays() throws Exception {
    Examples hidden = data().hidden();
    double sum = 0;
    for (int label = 0; label < 6; label++) {
      int count = 0;
      for (int row = 0; row < hidden.size(); row++) {
        count += hidden.labels().getInt(row * 6 + label);
      }
      sum += 2.0 * count / (hidden.size() + count);
    }
    assertThat(sum / 6).isBetween(0.32, 0.36);
  }
}
