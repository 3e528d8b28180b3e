package dev.assay.datasets.fetch;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.findings.Sentence;
import java.net.URI;

/** Follows a fetch; every method does nothing unless overridden. */
public interface FetchListener {
  /** The file exists already and has the right digest. */
  default void present(DataFile file) {}

  /**
   * A download starts or continues.
   *
   * @param mirror where from
   * @param done bytes that an earlier try left
   */
  default void started(DataFile file, URI mirror, long done) {}

  /**
   * Called when more bytes have arrived: {@code done} of {@code file.bytes()} so far, which falls
   * after a restart.
   */
  default void progress(DataFile file, long done) {}

  /** A try failed; another one or another mirror follows if there is one. */
  default void failed(DataFile file, URI mirror, Sentence reason) {}

  /** The file is complete, verified and in its place. */
  default void finished(DataFile file) {}
}
