package dev.assay.run.submissions;

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
    super(
        "%s is not in UTF-8, and its encoding cannot be told. Save it as UTF-8 and hand it in again."
            .formatted(path));
  }
}
