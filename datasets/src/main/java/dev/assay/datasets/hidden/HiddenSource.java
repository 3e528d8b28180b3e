package dev.assay.datasets.hidden;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.files.DataException;

/** Replaces the hidden part of a data set, so that what was published of it does not help. */
@FunctionalInterface
public interface HiddenSource {
  /**
   * The data set with the same training and validation rows and other hidden examples.
   *
   * @throws DataException when the source has none for this data set
   */
  Dataset into(Dataset usual) throws DataException;
}
