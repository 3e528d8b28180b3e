package dev.assay.datasets.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.splits.Splitter.Split;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
  /**
   * The rows of a split with seed 42. They must never change: a hidden set that moves with a
   * version of Assay would make old results worthless.
   */
  @Test
  void splitsAsItAlwaysDid() throws Exception {
    NumericArray labels = labels(20, 2);
    Split split = new Splitter(42).split(labels, 2, SplitRule.stratified(6, 4, 20));
    assertThat(split.hidden()).containsExactly(1, 5, 13, 8, 16, 6);
    assertThat(split.validation()).containsExactly(3, 18, 4, 11);
    assertThat(split.train()).containsExactly(2, 15, 14, 17, 9, 19, 7, 12, 10, 0);
  }

  @ParameterizedTest
  @CsvSource({"150, 3, 5", "569, 2, 10", "7, 3, 3", "392, 1, 2"})
  void foldsHideEveryRowOnceAndEachClassEvenly(int rows, int classes, int folds) throws Exception {
    for (SplitRule rule :
        new SplitRule[] {SplitRule.stratified(1, 1, 7), SplitRule.shuffled(1, 1, 7)}) {
      NumericArray labels = labels(rows, classes);
      IntStream.Builder hidden = IntStream.builder();
      for (int k = 1; k <= folds; k++) {
        Split split = new Splitter(7).split(labels, classes, rule.fold(k, folds));
        assertThat(split.hidden().length).isBetween(rows / folds, rows / folds + 1);
        assertThat(split.validation()).hasSize(rule.validation().count(rows));
        assertThat(split.train().length + split.validation().length + split.hidden().length)
            .isEqualTo(rows);
        Arrays.stream(split.hidden()).forEach(hidden::add);
      }
      assertThat(hidden.build().sorted().toArray()).isEqualTo(IntStream.range(0, rows).toArray());
    }
    assertThatThrownBy(() -> new SplitRule.Fold(4, 3)).hasMessageContaining("a fold must be");
  }

  @ParameterizedTest
  @CsvSource({
    "150,3,50,20,150",
    "569,2,200,85,569",
    "1797,10,400,180,1797",
    "7,3,2,1,7",
    "31,10,400,180,1797"
  })
  void partsAreDisjointCompleteAndExact(int rows, int classes, int hidden, int validation, int of)
      throws Exception {
    for (SplitRule rule :
        new SplitRule[] {
          SplitRule.stratified(hidden, validation, of), SplitRule.shuffled(hidden, validation, of)
        }) {
      Split split = new Splitter(7).split(labels(rows, classes), classes, rule);
      assertThat(split.hidden()).hasSize(Math.round((float) hidden * rows / of));
      assertThat(split.validation()).hasSize(Math.round((float) validation * rows / of));
      int[] all =
          Stream.of(split.train(), split.validation(), split.hidden())
              .flatMapToInt(Arrays::stream)
              .sorted()
              .toArray();
      assertThat(all).isEqualTo(IntStream.range(0, rows).toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE})
  void everyPartHasTheClassesInProportion(long seed) throws Exception {
    int[] numbers = IntStream.range(0, 1000).map(i -> i < 700 ? 0 : i < 950 ? 1 : 2).toArray();
    NumericArray labels = NumericArray.ofInts(numbers, 1000);
    Split split = new Splitter(seed).split(labels, 3, SplitRule.stratified(200, 100, 1000));
    assertThat(counts(labels, split.hidden())).containsExactly(140, 50, 10);
    assertThat(counts(labels, split.validation())).containsExactly(70, 25, 5);
    assertThat(counts(labels, split.train())).containsExactly(490, 175, 35);
  }

  @Test
  void theSeedDecides() throws Exception {
    NumericArray labels = labels(150, 3);
    SplitRule rule = SplitRule.stratified(50, 20, 150);
    int[] one = new Splitter(1).split(labels, 3, rule).hidden();
    assertThat(new Splitter(1).split(labels, 3, rule).hidden()).isEqualTo(one);
    assertThat(
            LongStream.range(2, 50)
                .mapToObj(seed -> hidden(labels, rule, seed))
                .anyMatch(other -> Arrays.equals(other, one)))
        .isFalse();
  }

  @Test
  void leavesNothingHiddenBesideATestFile() throws Exception {
    Split split =
        new Splitter(1).split(labels(120, 2), 2, SplitRule.stratifiedBesideHidden(5_000, 60_000));
    assertThat(split.hidden()).isEmpty();
    assertThat(split.validation()).hasSize(10);
    assertThat(split.train()).hasSize(110);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void saysThatRowsAreTooFew(int rows) {
    assertThatThrownBy(
            () -> new Splitter(1).split(labels(rows, 1), 1, SplitRule.shuffled(60, 10, 100)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            rows
                + " rows are too few to be split:"
                + " 60 of 100 rows hidden, 10 for validation, by seed");
  }

  @Test
  void anEmptyClassIsNoTrouble() throws Exception {
    NumericArray labels = NumericArray.ofInts(new int[] {0, 2, 0, 2, 0, 2}, 6);
    Split split = new Splitter(1).split(labels, 4, SplitRule.stratified(2, 2, 6));
    assertThat(counts(labels, split.hidden())).containsExactly(1, 0, 1);
  }

  private static int[] hidden(NumericArray labels, SplitRule rule, long seed) {
    try {
      return new Splitter(seed).split(labels, 3, rule).hidden();
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }

  private static NumericArray labels(int rows, int classes) {
    return NumericArray.ofInts(IntStream.range(0, rows).map(i -> i % classes).toArray(), rows);
  }

  private static int[] counts(NumericArray labels, int[] rows) {
    int[] counts = new int[3];
    Arrays.stream(rows).forEach(row -> counts[labels.getInt(row)]++);
    return counts;
  }
}
