package dev.assay.pages.answer;

import java.util.List;

/**
 * An answer among all that its student handed in.
 *
 * @param attempts all answers of the student to the problem, oldest first; empty where only this
 *     one is known
 * @param notes on points taken off because it was late, or given by a person
 */
public record Standing(List<Attempt> attempts, List<String> notes) {
  /** That of an answer while others are still being graded. */
  public static final Standing UNKNOWN = new Standing(List.of(), List.of());

  /** Copies the components. */
  public Standing {
    attempts = List.copyOf(attempts);
    notes = List.copyOf(notes);
  }
}
