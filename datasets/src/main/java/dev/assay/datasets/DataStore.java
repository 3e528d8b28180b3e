package dev.assay.datasets;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.Downloader;
import dev.assay.datasets.fetch.Fetch;
import dev.assay.datasets.fetch.FetchListener;
import dev.assay.datasets.fetch.FileCheck;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds, loads, fetches and verifies the files of data sets.
 *
 * <p>Embedded sets lie in {@code embeddedDir/<id>}; others in {@code dataDir/<folder>} if a data
 * folder is given, else in {@code cacheDir/datasets/<folder>}, or under the folder that all users
 * of an installation share if it holds the whole set. A file may lie there unpacked, under its name
 * without {@code .gz}. Embedded and cached files must have the catalogue's SHA-256; those in a data
 * folder are the user's own and may differ, and {@link Dataset#notes()} says so.
 *
 * <p>Instances are immutable, and several processes may use one cache.
 */
public final class DataStore {
  private final Path embeddedDir;
  private final @Nullable Path dataDir;
  private final Path cacheDir;
  private final @Nullable Path sharedDir;
  private final Downloader downloader;

  /**
   * A store over these folders; none has to exist yet.
   *
   * @param embeddedDir where the sets lie that ship with Assay
   * @param dataDir the user's own folder of data sets; may be null
   * @param cacheDir where fetched files are kept
   */
  public DataStore(Path embeddedDir, @Nullable Path dataDir, Path cacheDir) {
    this(embeddedDir, dataDir, cacheDir, Downloader.standard());
  }

  public DataStore(Path embeddedDir, @Nullable Path dataDir, Path cacheDir, Downloader downloader) {
    this(embeddedDir, dataDir, cacheDir, null, downloader);
  }

  private DataStore(
      Path embeddedDir,
      @Nullable Path dataDir,
      Path cacheDir,
      @Nullable Path sharedDir,
      Downloader downloader) {
    this.embeddedDir = embeddedDir;
    this.dataDir = dataDir;
    this.cacheDir = cacheDir;
    this.sharedDir = sharedDir;
    this.downloader = downloader;
  }

  /**
   * Returns this store, which takes a set from another folder where that holds all of its files.
   *
   * @param shared a folder laid out like the cache, which others may have filled
   */
  public DataStore sharing(Path shared) {
    return new DataStore(embeddedDir, dataDir, cacheDir, shared, downloader);
  }

  /** Returns whether every file exists, without checking its content. */
  public boolean isAvailable(DatasetEntry entry) {
    return missing(entry).isEmpty();
  }

  /** Describes which files are missing, where, and how to get them; empty when none is missing. */
  public Optional<Sentence> lack(DatasetEntry entry) {
    List<DataFile> missing = missing(entry);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    Path folder = folder(entry);
    return Optional.of(
        Sentence.of(
            DataCode.DATA_INCOMPLETE,
            "title",
            entry.title(),
            "folder",
            folder.toString(),
            "exists",
            Files.isDirectory(folder),
            "files",
            missing.stream().map(DataFile::name).toList(),
            "embedded",
            entry.isEmbedded(),
            "command",
            entry.fetchCommand(),
            "name",
            entry.fileSet().folder()));
  }

  /**
   * Loads and splits a data set.
   *
   * @param seed of the split: the same seed and files give the same rows everywhere
   * @throws DataException if a file is missing, malformed or, where it must not, differs from the
   *     catalogue
   */
  public Dataset load(DatasetEntry entry, long seed) throws DataException {
    requireFiles(entry);
    List<RawFile> files = new ArrayList<>();
    for (DataFile file : entry.fileSet().files()) {
      files.add(RawFile.read(locate(entry, file)));
    }
    List<FileCheck> checks = FileCheck.all(entry.fileSet().files(), files);
    if (!isUsersOwn(entry)) {
      requirePublished(entry, checks);
    }
    Loader.Parts parts = Loader.read(entry, files, seed);
    List<Sentence> notes = new ArrayList<>(Notes.of(checks));
    notes.addAll(parts.notes());
    return Dataset.of(entry, parts.train(), parts.validation(), parts.hidden(), notes);
  }

  /**
   * Fetches into the cache what is missing there or differs from the catalogue.
   *
   * <p>Waits while another process fetches the same data set. What an interrupted download left is
   * continued. An embedded set has nothing to fetch.
   *
   * @throws DataException if no mirror gave the right file, or the cache cannot be written
   */
  public void fetch(DatasetEntry entry, FetchListener listener) throws DataException {
    if (!entry.isEmbedded()) {
      new Fetch(setFolder(cacheDir, entry), downloader, listener).run(entry);
    }
  }

  /** Compares each file, where {@link #load} would take it from, with the catalogue. */
  public List<FileCheck> verify(DatasetEntry entry) {
    return entry.fileSet().files().stream()
        .map(
            file -> {
              Path path = locate(entry, file);
              return Files.isRegularFile(path)
                  ? FileCheck.of(file, path)
                  : FileCheck.missing(file, path);
            })
        .toList();
  }

  /** The folder that {@link #load} reads. */
  public Path folder(DatasetEntry entry) {
    if (entry.isEmbedded()) {
      return embeddedDir.resolve(entry.fileSet().folder());
    }
    if (dataDir != null) {
      return dataDir.resolve(entry.fileSet().folder());
    }
    return sharedDir != null && isComplete(setFolder(sharedDir, entry), entry)
        ? setFolder(sharedDir, entry)
        : setFolder(cacheDir, entry);
  }

  private static Path setFolder(Path cache, DatasetEntry entry) {
    return cache.resolve("datasets").resolve(entry.fileSet().folder());
  }

  private static boolean isComplete(Path folder, DatasetEntry entry) {
    return entry.fileSet().files().stream()
        .allMatch(file -> Files.isRegularFile(locate(folder, file)));
  }

  private boolean isUsersOwn(DatasetEntry entry) {
    return dataDir != null && !entry.isEmbedded();
  }

  private Path locate(DatasetEntry entry, DataFile file) {
    return locate(folder(entry), file);
  }

  private static Path locate(Path folder, DataFile file) {
    Path packed = folder.resolve(file.name());
    Path unpacked = folder.resolve(file.unpackedName());
    return !Files.isRegularFile(packed) && Files.isRegularFile(unpacked) ? unpacked : packed;
  }

  private List<DataFile> missing(DatasetEntry entry) {
    return entry.fileSet().files().stream()
        .filter(file -> !Files.isRegularFile(locate(entry, file)))
        .toList();
  }

  private void requireFiles(DatasetEntry entry) throws DataException {
    Optional<Sentence> lack = lack(entry);
    if (lack.isPresent()) {
      throw new DataException(lack.get());
    }
  }

  private static void requirePublished(DatasetEntry entry, List<FileCheck> checks)
      throws DataException {
    for (FileCheck check : checks) {
      if (check.status() != FileCheck.Status.OK) {
        throw DataException.of(
            DataCode.DATA_NOT_PUBLISHED,
            "folder",
            String.valueOf(check.path().getParent()),
            "check",
            check.message(),
            "embedded",
            entry.isEmbedded(),
            "command",
            entry.fetchCommand());
      }
    }
  }
}
