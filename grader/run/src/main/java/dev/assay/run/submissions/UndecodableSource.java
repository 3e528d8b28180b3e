package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.run.submissions.tree.Refused;

/** Refuses a source whose text no encoding fits. */
final class UndecodableSource extends Refused {
  private static final long serialVersionUID = 1;

  /**
   * Creates the refusal.
   *
   * @param path the source's, as it is shown to people
   */
  UndecodableSource(String path) {
    super(Sentence.of(NoteCode.SOURCE_NOT_DECODED, "path", path));
  }
}
