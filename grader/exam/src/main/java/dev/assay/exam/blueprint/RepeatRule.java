package dev.assay.exam.blueprint;

import java.util.Arrays;
import java.util.List;

/** How several gradings of one attempt, with different seeds, become one result. */
public enum RepeatRule {
  /** There is a single grading. */
  ONE,
  /** The median of the gradings counts; of an even number the lower of the two in the middle. */
  MAJORITY,
  /** The worst grading counts. */
  ALL;

  /**
   * Returns the index of the grading that counts.
   *
   * @param points of each grading, at least one; more are better
   */
  public int counting(List<Integer> points) {
    Integer[] order = new Integer[points.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(points.get(a), points.get(b)));
    return switch (this) {
      case ONE -> 0;
      case MAJORITY -> order[(order.length - 1) / 2];
      case ALL -> order[0];
    };
  }
}
