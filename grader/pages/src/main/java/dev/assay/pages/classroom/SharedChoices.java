package dev.assay.pages.classroom;

import dev.assay.findings.Sentence;
import java.util.List;

/**
 * What answers of a class share: a reason to read them side by side, and never a verdict.
 *
 * @param pairs answers that share choices which are rare in the class
 * @param groups answers that are equal in something
 */
public record SharedChoices(List<Pair> pairs, List<Group> groups) {
  /** Nothing, or nobody has looked. */
  public static final SharedChoices NONE = new SharedChoices(List.of(), List.of());

  /**
   * Two answers.
   *
   * @param first the id of the one
   * @param second the id of the other
   * @param shared how many rare choices they share
   * @param evidence a sentence for each of the rarest
   */
  public record Pair(String first, String second, int shared, List<Sentence> evidence) {
    /** Copies the evidence. */
    public Pair {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Answers that are equal in something.
   *
   * @param what in what
   * @param answers their ids
   */
  public record Group(Sentence what, List<String> answers) {
    /** Copies the ids. */
    public Group {
      answers = List.copyOf(answers);
    }
  }

  /** Copies the lists. */
  public SharedChoices {
    pairs = List.copyOf(pairs);
    groups = List.copyOf(groups);
  }
}
