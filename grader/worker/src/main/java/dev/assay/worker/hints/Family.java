package dev.assay.worker.hints;

import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Site;
import java.util.Optional;

/** A family of related hints. */
interface Family {
  /**
   * The cure for an error.
   *
   * @return a sentence; empty unless this family is sure of the cause
   */
  Optional<Sentence> hint(Site site);
}
