package dev.assay.exam.blueprint;

import dev.assay.commons.random.SplitMix64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws one problem for each category, no problem twice. */
public final class Drawing {
  private Drawing() {}

  /**
   * Draws the problems.
   *
   * <p>Each category in order is given one of its problems that no other has, each equally likely
   * among those that leave a problem for all categories after it.
   *
   * @param seed the same seed draws the same problems
   * @return a problem for each category; empty where the categories have too few problems
   */
  public static Optional<List<String>> draw(List<Category> categories, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    List<String> drawn = new ArrayList<>();
    for (int c = 0; c < categories.size(); c++) {
      int next = c + 1;
      List<String> possible =
          categories.get(c).problems().stream()
              .filter(id -> !drawn.contains(id))
              .filter(id -> suffices(categories.subList(next, categories.size()), drawn, id))
              .toList();
      if (possible.isEmpty()) {
        return Optional.empty();
      }
      drawn.add(possible.get(random.nextInt(possible.size())));
    }
    return Optional.of(drawn);
  }

  /** Tells whether the later categories can each have a problem of their own. */
  private static boolean suffices(List<Category> later, List<String> drawn, String next) {
    Map<String, Integer> owners = new HashMap<>();
    for (int c = 0; c < later.size(); c++) {
      List<String> taken = new ArrayList<>(drawn);
      taken.add(next);
      if (!assign(later, c, taken, owners)) {
        return false;
      }
    }
    return true;
  }

  /** Finds a problem for a category, moving others to another of theirs: an augmenting path. */
  private static boolean assign(
      List<Category> later, int category, List<String> tried, Map<String, Integer> owners) {
    for (String id : later.get(category).problems()) {
      if (!tried.contains(id)) {
        tried.add(id);
        Integer owner = owners.get(id);
        if (owner == null || assign(later, owner, tried, owners)) {
          owners.put(id, category);
          return true;
        }
      }
    }
    return false;
  }
}
