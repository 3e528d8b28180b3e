package dev.assay.worker.hints;

import java.util.Optional;

/** A family of related hints. */
interface Family {
  /**
   * The cure for an error.
   *
   * @return one line; empty unless this family is sure of the cause
   */
  Optional<String> hint(Site site);
}
