package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTest {
  private static Job job(Workload workload) {
    return new Job(workload.network(), workload.schedule(3, 2), "x.npy", "y.npy");
  }

  @ParameterizedTest
  @EnumSource
  void isJsonAndBack(Workload workload) {
    assertThat(Job.of(job(workload).toJson())).isEqualTo(job(workload));
  }

  /** The names are those that train.py reads. */
  @Test
  void isReadInOtherLanguagesToo() {
    assertThat(job(Workload.D).toJson())
        .isEqualTo(
            "{\"network\":{\"input\":[4],\"divisor\":1.0,"
                + "\"layers\":[{\"kind\":\"DENSE\",\"units\":64},{\"kind\":\"OUTPUT\",\"units\":3}],"
                + "\"optimizer\":\"ADAM\",\"learningRate\":0.001},"
                + "\"schedule\":{\"batch\":16,\"passes\":500,\"epochs\":3,\"threads\":2},"
                + "\"features\":\"x.npy\",\"labels\":\"y.npy\"}");
  }

  @Test
  void isComplete() {
    assertThatThrownBy(() -> Job.of("{\"features\":\"x.npy\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a valid Job: ");
  }

  @Test
  void timesEveryEpochOverAllItsPasses() throws Exception {
    List<Integer> passes = new ArrayList<>();

    List<Double> seconds = new Schedule(16, 5, 3, 1).time(() -> passes.add(1));

    assertThat(passes).hasSize(15);
    assertThat(seconds).hasSize(3).allMatch(s -> s > 0);
  }

  @Test
  void ordersRowsDifferentlyInEachPass() {
    Order order = new Order(100);
    int[] first = order.shuffled().clone();
    int[] second = order.shuffled().clone();

    assertThat(first).isNotEqualTo(second);
    Arrays.sort(first);
    Arrays.sort(second);
    assertThat(first).isEqualTo(second).startsWith(0, 1, 2).endsWith(98, 99);
  }
}
