package dev.assay.datasets.fetch;

import dev.assay.commons.files.WholeFile;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Reasons;
import dev.assay.datasets.files.Sha256;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Fetches the files of one data set into its folder in the cache.
 *
 * <p>A lock file keeps a second process waiting; it then finds the files there. A file is
 * downloaded beside its place as {@code <name>.part} and moved there once its SHA-256 is right.
 */
public final class Fetch {
  /** The number of times a mirror may fail without delivering any further byte. */
  static final int TRIES_A_MIRROR = 3;

  /** The number of times a mirror may fail in total. */
  static final int TRIES_WITH_PROGRESS = 20;

  // A lock on a file holds between processes only: within one it is refused at once.
  private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

  private final Path folder;
  private final Downloader downloader;
  private final FetchListener listener;

  public Fetch(Path folder, Downloader downloader, FetchListener listener) {
    this.folder = folder;
    this.downloader = downloader;
    this.listener = listener;
  }

  /** Fetches the files of a data set. */
  public void run(DatasetEntry entry) throws DataException {
    run(entry.fileSet().files());
  }

  /**
   * Fetches published files.
   *
   * @throws DataException if no mirror gave the right file, or the folder cannot be written
   */
  @SuppressWarnings("try") // the lock is held, not used
  public void run(List<DataFile> files) throws DataException {
    WITHIN_PROCESS.lock();
    try {
      Files.createDirectories(lockFile().getParent());
      try (FileChannel channel =
              FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        fetchAll(files);
      }
    } catch (IOException e) {
      throw new DataException(
          Sentence.of(
              DataCode.CACHE_FOLDER_NOT_WRITABLE,
              "folder",
              folder.toString(),
              "reason",
              Reasons.of(e)),
          e);
    } finally {
      WITHIN_PROCESS.unlock();
    }
  }

  /** Beside the folder, so that the folder can go while another process waits. */
  private Path lockFile() {
    return folder.resolveSibling("." + folder.getFileName() + ".lock");
  }

  /** A folder that nothing came to is taken away again. */
  private void fetchAll(List<DataFile> files) throws IOException, DataException {
    Files.createDirectories(folder);
    try {
      for (DataFile file : files) {
        fetch(file);
      }
    } finally {
      if (isEmpty(folder)) {
        Files.delete(folder);
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private void fetch(DataFile file) throws IOException, DataException {
    Path place = folder.resolve(file.name());
    if (isComplete(place, file)) {
      listener.present(file);
      return;
    }
    List<Sentence> failures = new ArrayList<>();
    for (URI mirror : file.mirrors()) {
      if (fetchFrom(mirror, file, failures)) {
        WholeFile.move(part(file), place);
        listener.finished(file);
        return;
      }
    }
    throw DataException.of(
        DataCode.FETCH_NOT_DONE,
        "file",
        file.name(),
        "failures",
        failures,
        "folder",
        folder.toString());
  }

  /** Returns whether the part file is now complete and correct; if not, the reason is kept. */
  private boolean fetchFrom(URI mirror, DataFile file, List<Sentence> failures) throws IOException {
    Sentence reason = Sentence.of(DataCode.REASON, "kind", "OTHER", "words", "");
    int fruitless = 0;
    for (int i = 0; i < TRIES_WITH_PROGRESS && fruitless < TRIES_A_MIRROR; i++) {
      long before = usablePart(file);
      listener.started(file, mirror, before);
      try {
        downloader.download(mirror, part(file), file.bytes(), n -> listener.progress(file, n));
        if (isComplete(part(file), file)) {
          return true;
        }
        throw new Downloader.RestartException(Downloader.failure("DIGEST", 0, 0, ""));
      } catch (Downloader.RestartException e) {
        Files.deleteIfExists(part(file));
        reason = Reasons.of(e);
        fruitless++;
      } catch (IOException e) {
        reason = Reasons.of(e);
        fruitless += usablePart(file) > before ? 0 : 1;
      }
      listener.failed(file, mirror, reason);
    }
    failures.add(
        Sentence.of(DataCode.FETCH_FAILURE, "mirror", mirror.toString(), "reason", reason));
    return false;
  }

  /** Size of what an earlier try left, if it can be continued. */
  private long usablePart(DataFile file) throws IOException {
    Path part = part(file);
    if (Files.exists(part) && Files.size(part) >= file.bytes()) {
      Files.delete(part);
    }
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private static boolean isComplete(Path path, DataFile file) throws IOException {
    return Files.isRegularFile(path)
        && Files.size(path) == file.bytes()
        && Sha256.ofFile(path).equals(file.sha256());
  }

  private Path part(DataFile file) {
    return folder.resolve(file.name() + ".part");
  }
}
