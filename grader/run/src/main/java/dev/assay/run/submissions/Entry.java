package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a class folder, or a path that was given: it belongs to a submission, or is left out
 * for a reason.
 *
 * @param name its whole name, for people
 * @param submission the id of the submission that it belongs to; null when it is left out
 * @param leftOut why it is left out, in a clause; null when it belongs to a submission
 */
public record Entry(String name, @Nullable String submission, @Nullable Sentence leftOut) {
  public Entry {
    if ((submission == null) == (leftOut == null)) {
      throw new IllegalArgumentException(name + ": either in a submission or left out");
    }
  }

  static Entry of(String name, String submission) {
    return new Entry(name, submission, null);
  }

  static Entry leftOut(String name, NoteCode reason) {
    return new Entry(name, null, Sentence.of(reason));
  }
}
