package dev.assay.problems.multilabel.pump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.ProblemData;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshReadingsTest {
  private static final Dataset USUAL = load();
  private static final Dataset FRESH = new FreshReadings(7).into(USUAL);

  private static Dataset load() {
    try {
      return ProblemData.of("multi-label", "embedded").load(42);
    } catch (DataException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onlyTheHiddenPartIsAnother() {
    assertThat(FRESH.train()).isEqualTo(USUAL.train());
    assertThat(FRESH.validation()).isEqualTo(USUAL.validation());
    assertThat(FRESH.hidden().features().shape()).isEqualTo(USUAL.hidden().features().shape());
    assertThat(FRESH.hidden().features().type()).isEqualTo(USUAL.hidden().features().type());
    assertThat(FRESH.hidden().labels().shape()).isEqualTo(USUAL.hidden().labels().shape());
    assertThat(FRESH.hidden().labels().type()).isEqualTo(USUAL.hidden().labels().type());
    assertThat(FRESH.entry().key()).isEqualTo("multi-label/embedded+fresh");
  }

  @Test
  void theSameSeedDrawsTheSamePartAndAnotherSeedAnother() {
    Dataset again = new FreshReadings(7).into(USUAL);
    assertThat(again.hidden()).isEqualTo(FRESH.hidden());
    assertThat(again.fingerprint()).isEqualTo(FRESH.fingerprint());
    Dataset other = new FreshReadings(8).into(USUAL);
    assertThat(other.hidden().features()).isNotEqualTo(FRESH.hidden().features());
    assertThat(other.hidden().labels()).isNotEqualTo(FRESH.hidden().labels());
  }

  @Test
  void noReadingIsAmongThePublishedOnes() {
    Set<NumericArray> known = new HashSet<>();
    for (NumericArray readings :
        new NumericArray[] {
          USUAL.train().features(), USUAL.validation().features(), USUAL.hidden().features()
        }) {
      for (int i = 0; i < readings.rows(); i++) {
        known.add(readings.take(new int[] {i}));
      }
    }
    NumericArray drawn = FRESH.hidden().features();
    for (int i = 0; i < drawn.rows(); i++) {
      assertThat(known.contains(drawn.take(new int[] {i}))).as("reading %d", i).isFalse();
    }
  }
}
