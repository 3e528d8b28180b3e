package dev.assay.run;

import dev.assay.datasets.DataException;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.DatasetEntry;
import dev.assay.datasets.Examples;
import dev.assay.datasets.Npy;
import dev.assay.datasets.NumericArray;
import dev.assay.worker.protocol.Job.LabelledFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loaded data sets with the files that workers map.
 *
 * <p>The files lie in a cache, by the data's fingerprint; the hidden features apart from the rest,
 * the hidden labels nowhere.
 */
final class PreparedData {
  private final DataStore store;
  private final Path cache;
  private final Map<String, Prepared> loaded = new ConcurrentHashMap<>();

  PreparedData(DataStore store, Path cache) {
    this.store = store;
    this.cache = cache.resolve("arrays");
  }

  /**
   * A data set and its files.
   *
   * @param data in memory
   * @param train for training
   * @param validation for choosing the best epoch
   * @param hiddenFeatures for prediction
   */
  record Prepared(
      Dataset data, LabelledFiles train, LabelledFiles validation, Path hiddenFeatures) {}

  synchronized Prepared load(DatasetEntry entry, long seed) throws DataException, IOException {
    String key = entry.key() + "/" + seed;
    Prepared known = loaded.get(key);
    if (known != null) {
      return known;
    }
    Prepared prepared = prepare(store.load(entry, seed));
    loaded.clear();
    loaded.put(key, prepared);
    return prepared;
  }

  private Prepared prepare(Dataset data) throws DataException, IOException {
    Path folder = cache.resolve(data.fingerprint());
    Path open = Files.createDirectories(folder.resolve("open"));
    Path hidden = Files.createDirectories(folder.resolve("hidden"));
    return new Prepared(
        data,
        write(open, "train", data.train()),
        write(open, "validation", data.validation()),
        write(hidden.resolve("features.npy"), data.hidden().features()));
  }

  private static LabelledFiles write(Path folder, String name, Examples examples)
      throws DataException, IOException {
    return new LabelledFiles(
        write(folder.resolve(name + "-features.npy"), examples.features()).toString(),
        write(folder.resolve(name + "-labels.npy"), examples.labels()).toString());
  }

  /** The fingerprint names the content, so a file of the right length is the right one. */
  private static Path write(Path file, NumericArray array) throws DataException, IOException {
    long bytes = (long) array.rows() * array.rowSize() * array.type().bytes();
    if (!Files.exists(file) || Files.size(file) < bytes) {
      Npy.write(file, array);
    }
    return file;
  }
}
