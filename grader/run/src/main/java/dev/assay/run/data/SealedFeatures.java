package dev.assay.run.data;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The features of a sealed hidden set, where a worker maps them: a private folder, never the cache.
 */
record SealedFeatures(PrivateFolder folder) implements AutoCloseable {
  /** Writes them. */
  static SealedFeatures write(NumericArray features) throws DataException {
    try {
      SealedFeatures written = new SealedFeatures(PrivateFolder.create("sealed"));
      Npy.write(written.file(), features);
      return written;
    } catch (IOException e) {
      throw ExplainedDataException.ofTemporaryFolder(e);
    }
  }

  Path file() {
    return folder.path().resolve("features.npy");
  }

  @Override
  public void close() {
    folder.close();
  }
}
