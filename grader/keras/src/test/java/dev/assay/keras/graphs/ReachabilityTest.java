package dev.assay.keras.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
  @Test
  void divisorsAreReachedNearestFirst() {
    assertThat(
            Reachability.from(
                List.of(12),
                number ->
                    IntStream.of(2, 3)
                        .filter(p -> number % p == 0)
                        .mapToObj(p -> number / p)
                        .toList()))
        .containsExactly(12, 6, 4, 3, 2, 1);
  }

  @Test
  void eachValueIsAskedOnce() {
    List<Integer> asked = new ArrayList<>();
    Reachability.from(
        List.of(0, 1, 0),
        number -> {
          asked.add(number);
          return List.of(1, 2, (number + 1) % 3);
        });
    assertThat(asked).containsExactly(0, 1, 2);
  }

  @Test
  void nothingIsReachedFromNothing() {
    assertThat(Reachability.from(List.of(), value -> List.of(value))).isEmpty();
  }
}
