package dev.assay.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.similarity.simulated.SimulatedClass;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Classes of 200 answers in 30 families, whose members share an architecture, sentences, code and
 * usual numbers. Copies have other names, another order, about half of the numbers changed and a
 * third of the comments left as they were; a quarter of the copies have no comment and hardly a
 * number left.
 */
class SimulatedClassTest {
  private static final int SIZE = 200;
  private static final int COPIED = 20;

  @Test
  void copiesAreFoundAndHonestPairsAreNot() {
    SimulatedClass simulated = SimulatedClass.of(1, SIZE, COPIED);
    assertThat(simulated.answers()).hasSize(SIZE);
    assertThat(simulated.copies()).hasSize(COPIED);
    found(simulated).assertGood();
  }

  @Test
  void noPairIsFoundInAnHonestClass() {
    assertThat(pairs(SimulatedClass.of(1, SIZE, 0))).isEmpty();
  }

  /** Eight classes that the least weight was not chosen on. */
  @Tag("exhaustive")
  @Test
  void theSameHoldsForOtherClasses() {
    Found all = new Found(0, 0, 0);
    for (int seed = 401; seed <= 408; seed++) {
      all = all.and(found(SimulatedClass.of(seed, SIZE, COPIED)));
      assertThat(pairs(SimulatedClass.of(seed, SIZE, 0))).as("honest class %d", seed).isEmpty();
    }
    all.assertGood();
  }

  /** What was found of how many copies, and how much of it was right. */
  private record Found(int copies, int right, int all) {
    Found and(Found other) {
      return new Found(copies + other.copies, right + other.right, all + other.all);
    }

    void assertGood() {
      assertThat((double) right / copies).as("recall: %s", this).isGreaterThanOrEqualTo(0.8);
      assertThat((double) right / all).as("precision: %s", this).isGreaterThanOrEqualTo(0.95);
    }
  }

  private static Found found(SimulatedClass simulated) {
    List<List<String>> found = pairs(simulated);
    int right = (int) found.stream().filter(simulated.copies()::contains).count();
    return new Found(simulated.copies().size(), right, found.size());
  }

  private static List<List<String>> pairs(SimulatedClass simulated) {
    return Similarity.of(simulated.answers(), List.of()).pairs().stream()
        .map(pair -> List.of(pair.first(), pair.second()))
        .toList();
  }
}
