package dev.assay.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DealTest {
  private static List<PlannedAnswer> answers(double... seconds) {
    List<PlannedAnswer> answers = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      answers.add(new PlannedAnswer("s" + i, "digest" + i, List.of("iris"), seconds[i], 0));
    }
    return answers;
  }

  private static double[] sums(int shards, List<PlannedAnswer> dealt) {
    double[] sums = new double[shards];
    dealt.forEach(answer -> sums[answer.shard()] += answer.seconds());
    return sums;
  }

  @Test
  void shardsAreEvenInSecondsNotInAnswers() {
    List<PlannedAnswer> dealt = Deal.into(2, answers(1, 1, 1, 1, 4));
    assertThat(sums(2, dealt)).containsExactly(4, 4);
    assertThat(dealt).extracting(PlannedAnswer::id).containsExactly("s0", "s1", "s2", "s3", "s4");
  }

  @Test
  void noShardIsLongerThanTheMeanByMoreThanOneAnswer() {
    Random random = new Random(7);
    double[] seconds = random.doubles(1000, 2, 60).toArray();
    double[] sums = sums(16, Deal.into(16, answers(seconds)));
    double mean = 0;
    for (double sum : sums) {
      mean += sum / sums.length;
    }
    for (double sum : sums) {
      assertThat(sum).isBetween(mean - 60, mean + 60);
    }
  }

  @Test
  void equalAnswersAreInOneShard() {
    List<PlannedAnswer> answers = new ArrayList<>(answers(4, 3, 2));
    answers.add(new PlannedAnswer("copy", "digest1", List.of("iris"), 0, 0));
    List<PlannedAnswer> dealt = Deal.into(3, answers);
    assertThat(dealt.get(3).shard()).isEqualTo(dealt.get(1).shard());
    assertThat(sums(3, dealt)).containsExactly(4, 3, 2);
  }

  @Test
  void moreShardsThanAnswersLeaveSomeEmpty() {
    assertThat(sums(4, Deal.into(4, answers(3, 2)))).containsExactly(3, 2, 0, 0);
  }

  @Test
  void theSameAnswersAreDealtTheSameWay() {
    assertThat(Deal.into(3, answers(2, 2, 2, 2))).isEqualTo(Deal.into(3, answers(2, 2, 2, 2)));
  }
}
