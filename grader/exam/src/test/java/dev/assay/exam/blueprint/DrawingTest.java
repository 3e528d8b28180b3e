package dev.assay.exam.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static List<Category> categories(List<List<String>> problems) {
    return problems.stream().map(ids -> new Category(new Label("A", "A"), ids, 1, 1)).toList();
  }

  @Test
  void aSeedDrawsTheSameEverywhere() {
    List<Category> two = categories(List.of(List.of("a", "b", "c"), List.of("a", "b")));
    List<List<String>> drawn =
        IntStream.range(0, 5).mapToObj(seed -> Drawing.draw(two, seed).orElseThrow()).toList();
    assertThat(drawn)
        .containsExactlyElementsOf(
            IntStream.range(0, 5).mapToObj(seed -> Drawing.draw(two, seed).orElseThrow()).toList())
        .allSatisfy(pair -> assertThat(pair.get(0)).isNotEqualTo(pair.get(1)));
  }

  @Test
  void eachProblemThatLeavesOneForTheOthersIsEquallyLikely() {
    List<Category> two = categories(List.of(List.of("a", "b", "c"), List.of("a", "b")));
    Map<String, Integer> first = new HashMap<>();
    for (int seed = 0; seed < 3000; seed++) {
      first.merge(Drawing.draw(two, seed).orElseThrow().get(0), 1, Integer::sum);
    }
    // Three standard deviations of a binomial number around 1000 are 78.
    assertThat(first).containsOnlyKeys("a", "b", "c");
    assertThat(first.values()).allSatisfy(count -> assertThat(count).isBetween(922, 1078));
  }

  @Test
  void aProblemThatALaterCategoryNeedsIsNotTaken() {
    List<Category> chain =
        categories(List.of(List.of("a", "b", "c"), List.of("a", "b"), List.of("a")));
    assertThat(IntStream.range(0, 50).mapToObj(seed -> Drawing.draw(chain, seed).orElseThrow()))
        .allMatch(List.of("c", "b", "a")::equals);
  }

  @Test
  void tooFewProblemsDrawNothing() {
    Stream.of(
            List.of(List.of("a"), List.of("a")),
            List.of(List.of("a", "b"), List.of("a", "b"), List.of("a", "b")))
        .forEach(p -> assertThat(Drawing.draw(categories(p), 1)).isEmpty());
  }
}
