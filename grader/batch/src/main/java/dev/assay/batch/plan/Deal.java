package dev.assay.batch.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Deals answers into shards that take about as long as each other. */
final class Deal {
  private Deal() {}

  /** A shard that is being filled. */
  private record Pile(int shard, double seconds) {}

  /**
   * Deals the longest answer first, each to the shard that has least to do. The same answers are
   * always dealt the same way.
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
    for (int index : order) {
      Pile least = piles.remove();
      dealt.set(index, answers.get(index).in(least.shard()));
      piles.add(new Pile(least.shard(), least.seconds() + answers.get(index).seconds()));
    }
    return dealt;
  }
}
