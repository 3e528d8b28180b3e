package dev.assay.problems.fashionmnist.garments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.ProblemData;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FreshGarmentsTest {
  private static Dataset usual = load();
  private static Dataset fresh = usual;

  private static Dataset load() {
    try {
      return ProblemData.of("fashion-mnist", "embedded").load(42);
    } catch (DataException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void draw() {
    fresh = new FreshGarments(7).into(usual);
  }

  @Test
  void onlyTheHiddenPartIsAnother() {
    assertThat(fresh.train()).isEqualTo(usual.train());
    assertThat(fresh.validation()).isEqualTo(usual.validation());
    assertThat(fresh.hidden().features().shape()).isEqualTo(usual.hidden().features().shape());
    assertThat(fresh.hidden().features().type()).isEqualTo(usual.hidden().features().type());
    assertThat(fresh.hidden().labels().type()).isEqualTo(usual.hidden().labels().type());
    assertThat(fresh.hidden()).isNotEqualTo(usual.hidden());
  }

  @Test
  void theDataSetSaysThatItIsFresh() {
    assertThat(fresh.entry().key()).isEqualTo("fashion-mnist/embedded+fresh");
    assertThat(fresh.notes()).last().asString().contains("drawn anew for this batch");
    assertThat(fresh.fingerprint()).isNotEqualTo(usual.fingerprint());
  }

  @Test
  void theSameSeedDrawsTheSamePartAndAnotherSeedAnother() {
    Dataset again = new FreshGarments(7).into(usual);
    assertThat(again.hidden()).isEqualTo(fresh.hidden());
    assertThat(again.fingerprint()).isEqualTo(fresh.fingerprint());
    Dataset other = new FreshGarments(8).into(usual);
    assertThat(other.hidden().features()).isNotEqualTo(fresh.hidden().features());
    assertThat(other.hidden().labels()).isNotEqualTo(fresh.hidden().labels());
    assertThat(other.fingerprint()).isNotEqualTo(fresh.fingerprint());
  }

  @Test
  void allClassesAreEquallyFrequent() {
    int[] counts = new int[10];
    for (int i = 0; i < fresh.hidden().size(); i++) {
      counts[fresh.hidden().labels().getInt(i)]++;
    }
    assertThat(counts).containsOnly(100);
  }

  @Test
  void noPictureIsAmongThePublishedOnes() {
    Set<NumericArray> known = new HashSet<>();
    for (NumericArray images :
        new NumericArray[] {
          usual.train().features(), usual.validation().features(), usual.hidden().features()
        }) {
      for (int i = 0; i < images.rows(); i++) {
        known.add(images.take(new int[] {i}));
      }
    }
    NumericArray drawn = fresh.hidden().features();
    for (int i = 0; i < drawn.rows(); i++) {
      assertThat(known.contains(drawn.take(new int[] {i}))).as("picture %d", i).isFalse();
    }
  }
}
