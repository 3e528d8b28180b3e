package dev.assay.run.data;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.hidden.HiddenSource;
import dev.assay.protocol.Job.LabelledFiles;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loaded data sets with the files that workers map.
 *
 * <p>The files lie in a cache, by the data's fingerprint; the hidden features apart from the rest,
 * the hidden labels nowhere. Of a sealed or freshly drawn hidden set nothing is in the cache. Where
 * the cache cannot be written, those of data that ships with Assay lie in a temporary folder.
 */
public final class PreparedData implements AutoCloseable {
  private static final String OPEN = "open";
  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";
  private static final String HIDDEN_FEATURES = "hidden/features.npy";

  private final DataStore store;
  private final ArrayCache cache;
  private final @Nullable HiddenSource hidden;
  private final Map<String, Prepared> loaded = new HashMap<>();
  private final Map<String, String> fingerprints = new HashMap<>();

  private @Nullable PrivateFolder temporary;
  private @Nullable SealedFeatures sealedFeatures;

  /**
   * Data from a store.
   *
   * @param hidden takes the place of the hidden part, if there is one
   */
  public PreparedData(DataStore store, Path cache, @Nullable HiddenSource hidden) {
    this.store = store;
    this.hidden = hidden;
    this.cache = new ArrayCache(cache.resolve("arrays"), ArrayCache.MAX_BYTES);
  }

  /**
   * A data set and its files.
   *
   * @param data in memory
   * @param train for training
   * @param validation for choosing the best epoch
   * @param hiddenFeatures for prediction
   */
  public record Prepared(
      Dataset data, LabelledFiles train, LabelledFiles validation, Path hiddenFeatures) {
    /** Tells whether all files are there: a cache may be deleted at any time. */
    boolean isIntact() {
      return Stream.of(train.features(), train.labels(), validation.features(), validation.labels())
              .allMatch(Files::isRegularFile)
          && Files.isRegularFile(hiddenFeatures);
    }
  }

  /** The fingerprint of a data set, without files for workers. */
  public synchronized String fingerprint(DatasetEntry entry, long seed) throws DataException {
    String key = entry.key() + "/" + seed;
    String known = fingerprints.get(key);
    if (known == null) {
      Dataset usual = store.load(entry, seed);
      known = (hidden == null ? usual : hidden.into(usual)).fingerprint();
      fingerprints.put(key, known);
    }
    return known;
  }

  public synchronized Prepared load(DatasetEntry entry, long seed) throws DataException {
    String key = entry.key() + "/" + seed;
    Prepared known = loaded.get(key);
    if (known != null && known.isIntact()) {
      return known;
    }
    Prepared usual = prepare(store.load(entry, seed));
    Prepared prepared = hidden == null ? usual : withHidden(usual, hidden);
    loaded.clear();
    loaded.put(key, prepared);
    return prepared;
  }

  private Prepared prepare(Dataset data) throws DataException {
    Path folder = hold(data);
    Path open = folder.resolve(OPEN);
    return new Prepared(
        data, files(open, TRAIN), files(open, VALIDATION), folder.resolve(HIDDEN_FEATURES));
  }

  /** Holds the data in the cache; data that ships with Assay works without, only slower. */
  private Path hold(Dataset data) throws DataException {
    try {
      return cache.hold(data.fingerprint(), made -> write(made, data));
    } catch (DataException e) {
      if (!data.entry().isEmbedded()) {
        throw e;
      }
      try {
        return temporary(data);
      } catch (IOException | DataException alsoUnwritable) {
        e.addSuppressed(alsoUnwritable);
        throw e;
      }
    }
  }

  private Path temporary(Dataset data) throws IOException, DataException {
    if (temporary == null) {
      temporary = PrivateFolder.createReadable("arrays");
    }
    Path folder = Files.createDirectories(temporary.path().resolve(data.fingerprint()));
    write(folder, data);
    return folder;
  }

  private Prepared withHidden(Prepared usual, HiddenSource source) throws DataException {
    Dataset data = source.into(usual.data());
    closeSealed();
    SealedFeatures features = SealedFeatures.write(data.hidden().features());
    sealedFeatures = features;
    return new Prepared(data, usual.train(), usual.validation(), features.file());
  }

  /** Removes what is in no cache. */
  @Override
  public synchronized void close() {
    if (temporary != null) {
      temporary.close();
    }
    closeSealed();
  }

  private void closeSealed() {
    if (sealedFeatures != null) {
      sealedFeatures.close();
    }
  }

  private static LabelledFiles files(Path folder, String name) {
    return new LabelledFiles(features(folder, name), labels(folder, name));
  }

  private static Path features(Path folder, String name) {
    return folder.resolve(name + "-features.npy");
  }

  private static Path labels(Path folder, String name) {
    return folder.resolve(name + "-labels.npy");
  }

  private static void write(Path folder, Dataset data) throws DataException, IOException {
    Path open = Files.createDirectories(folder.resolve(OPEN));
    write(open, TRAIN, data.train());
    write(open, VALIDATION, data.validation());
    Path hidden = folder.resolve(HIDDEN_FEATURES);
    Files.createDirectories(hidden.getParent());
    write(hidden, data.hidden().features());
  }

  private static void write(Path folder, String name, Examples examples)
      throws DataException, IOException {
    write(features(folder, name), examples.features());
    write(labels(folder, name), examples.labels());
  }

  /** The fingerprint names the content, so a file of the right length is the right one. */
  private static void write(Path file, NumericArray array) throws DataException, IOException {
    if (!Files.exists(file) || Files.size(file) != Npy.fileBytes(array)) {
      Npy.write(file, array);
    }
  }
}
