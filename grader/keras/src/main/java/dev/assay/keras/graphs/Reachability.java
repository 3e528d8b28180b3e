package dev.assay.keras.graphs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** A breadth-first search through anything that leads from one value to others. */
public final class Reachability {
  private Reachability() {}

  /**
   * Collects what can be reached, cycles included.
   *
   * @param starts where the search begins; these are part of the result
   * @param next where a value leads to; asked once for each value
   * @return all values that were reached, each once, the nearest first
   */
  public static <T> Set<T> from(
      Collection<? extends T> starts, Function<? super T, ? extends Collection<? extends T>> next) {
    Set<T> reached = new LinkedHashSet<>(starts);
    Deque<T> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (T value : next.apply(open.remove())) {
        if (reached.add(value)) {
          open.add(value);
        }
      }
    }
    return reached;
  }
}
