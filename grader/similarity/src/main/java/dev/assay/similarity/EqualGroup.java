package dev.assay.similarity;

import dev.assay.findings.Sentence;
import java.util.List;

/**
 * Answers that are equal in something.
 *
 * @param what in what, with the ids
 * @param answers their ids, sorted
 */
public record EqualGroup(Sentence what, List<String> answers) {
  public EqualGroup {
    answers = List.copyOf(answers);
  }
}
