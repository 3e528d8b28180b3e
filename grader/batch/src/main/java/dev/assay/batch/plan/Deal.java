package dev.assay.batch.plan;

import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Deals answers into shards that take about as long as each other. */
final class Deal {
  private Deal() {}

  /** Treats what cannot be read as having no sources, and none that are equal. */
  private static final String NO_SOURCES = Submission.of("none", Path.of(""), List.of()).digest();

  /** A shard that is being filled. */
  private record Pile(int shard, double seconds) {}

  /**
   * Deals the longest answer first, each to the shard that has least to do, and with it those with
   * equal sources, which are graded once. The same answers are always dealt the same way.
   *
   * @param shards positive
   * @return the answers in the order in which they were given
   */
  static List<PlannedAnswer> into(int shards, List<PlannedAnswer> answers) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer index) -> -answers.get(index).seconds())
            .thenComparing(index -> index));
    PriorityQueue<Pile> piles =
        new PriorityQueue<>(
            Comparator.comparingDouble(Pile::seconds).thenComparingInt(Pile::shard));
    for (int shard = 0; shard < shards; shard++) {
      piles.add(new Pile(shard, 0));
    }
    List<PlannedAnswer> dealt = new ArrayList<>(answers);
    Map<String, Integer> shardOfEqual = new HashMap<>();
    for (int index : order) {
      PlannedAnswer answer = answers.get(index);
      Integer shard = shardOfEqual.get(answer.digest());
      if (shard == null) {
        Pile least = piles.remove();
        shard = least.shard();
        if (!answer.digest().equals(NO_SOURCES)) {
          shardOfEqual.put(answer.digest(), shard);
        }
        piles.add(new Pile(shard, least.seconds() + answer.seconds()));
      }
      dealt.set(index, answer.in(shard));
    }
    return dealt;
  }
}
