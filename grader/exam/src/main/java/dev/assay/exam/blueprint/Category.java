package dev.assay.exam.blueprint;

import java.util.HashSet;
import java.util.List;

/**
 * A part of an exam: one of its problems is drawn.
 *
 * @param title its name for people
 * @param problems the ids that one is drawn from, at least one, none twice
 * @param weight how much its points count beside those of the other categories, positive
 * @param attempts how many submissions are graded, at least 1
 */
public record Category(Label title, List<String> problems, double weight, int attempts) {
  /** The attempts where a blueprint names no number. */
  public static final int ATTEMPTS = 10;

  /** Checks and copies the components. */
  public Category {
    problems = List.copyOf(problems);
    if (problems.isEmpty() || new HashSet<>(problems).size() < problems.size()) {
      throw new IllegalArgumentException(
          "problems must be different ids, at least one. Received: " + problems);
    }
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("weight must be positive. Received: " + weight);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1. Received: " + attempts);
    }
  }
}
