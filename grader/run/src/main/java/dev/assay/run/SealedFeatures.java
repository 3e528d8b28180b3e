package dev.assay.run;

import dev.assay.datasets.DataException;
import dev.assay.datasets.Npy;
import dev.assay.datasets.NumericArray;
import dev.assay.datasets.Reasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The features of a sealed hidden set, where a worker maps them: a folder that only the user may
 * read and that goes with the grader, never the cache.
 */
final class SealedFeatures implements AutoCloseable {
  private final Path folder;
  private final Path file;

  private SealedFeatures(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("features.npy");
    // For an end by Ctrl-C: whoever holds this may not come to close it.
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
  }

  /** Writes them. */
  static SealedFeatures write(NumericArray features) throws DataException {
    try {
      SealedFeatures written =
          new SealedFeatures(Files.createTempDirectory("assay-sealed-").toRealPath());
      Npy.write(written.file, features);
      return written;
    } catch (IOException e) {
      throw new DataException(
          "The temporary folder cannot be written (%s).".formatted(Reasons.of(e)), e);
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    file.toFile().delete();
    folder.toFile().delete();
  }
}
