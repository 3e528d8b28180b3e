package dev.assay.run.data;

import dev.assay.datasets.files.DataException;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of arrays that workers map, one for each data set and seed, within a bound.
 *
 * <p>Beyond the bound those that were used least recently go, by the time of a marker in each. A
 * folder that is in use has a shared lock on its lock file until the process ends; the cache's own
 * lock keeps one process from deleting a folder that another is about to use.
 */
public final class ArrayCache {
  /** Some twenty seeds of the largest data set. */
  static final long MAX_BYTES = 2L << 30;

  /** The longest wait for another process, which writes some hundred megabytes at most. */
  private static final int LOCK_MINUTES = 10;

  private static final int LOCK_POLL_MILLIS = 50;

  private static final String LOCK = ".lock";
  public static final String MARKER = ".used";
  private static final String UNFINISHED = ".tmp";

  /**
   * Channels of lock files, kept open. Closing any other channel of the same file, as setting its
   * time does too, would give up the lock: so the marker is a file of its own.
   */
  private static final Map<Path, Held> HELD = new HashMap<>();

  /** A locked file; where the cache was deleted, another one may have its name by now. */
  private record Held(FileChannel channel, @Nullable Object file) {}

  private final Path root;
  private final long maxBytes;
  private final InstantSource clock;

  /** Writes what a folder is to hold, where it is not there yet. */
  @FunctionalInterface
  interface Filling {
    void fill(Path folder) throws IOException, DataException;
  }

  ArrayCache(Path root, long maxBytes) {
    this(root, maxBytes, InstantSource.system());
  }

  /** A cache by another clock; one that jumps changes what goes first, and nothing else. */
  ArrayCache(Path root, long maxBytes, InstantSource clock) {
    this.root = root.toAbsolutePath().normalize();
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /**
   * A folder that stays for as long as this process runs.
   *
   * @throws DataException when the cache cannot be written, with the reason and what to do
   */
  @SuppressWarnings("try") // the lock is held, not used
  Path hold(String name, Filling filling) throws DataException {
    synchronized (HELD) {
      try {
        Files.createDirectories(root);
        try (FileChannel channel = open(root.resolve(LOCK));
            FileLock lock = lock(channel)) {
          Path folder = Files.createDirectories(root.resolve(name));
          use(folder);
          removeUnfinished(folder);
          filling.fill(folder);
          trim();
          return folder;
        }
      } catch (IOException | DataException e) {
        throw new ExplainedDataException(
            Sentence.of(
                FaultCode.CACHE_NOT_WRITABLE,
                "folder",
                root.toString(),
                "reason",
                ExplainedDataException.reason(e)),
            e);
      }
    }
  }

  /** Waits for other processes, which hold the lock while they write a data set. */
  private static FileLock lock(FileChannel channel) throws IOException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LOCK_MINUTES);
    FileLock lock = channel.tryLock();
    while (lock == null) {
      if (System.nanoTime() - end > 0) {
        throw new SentenceException(
            Sentence.of(FaultCode.CACHE_STAYS_LOCKED, "minutes", LOCK_MINUTES));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOCK_POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      lock = channel.tryLock();
    }
    return lock;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void use(Path folder) throws IOException {
    Path marker = folder.resolve(MARKER);
    Path lock = folder.resolve(LOCK);
    Held held = HELD.get(folder);
    if (held != null && !Objects.equals(held.file(), identity(lock))) {
      held.channel().close();
      held = null;
    }
    if (held == null) {
      FileChannel channel = open(lock);
      channel.lock(0, Long.MAX_VALUE, true);
      HELD.put(folder, new Held(channel, identity(lock)));
    }
    if (!Files.exists(marker)) {
      Files.createFile(marker);
    }
    Files.setLastModifiedTime(marker, FileTime.from(clock.instant()));
  }

  /** Tells a file from another one of its name; null where the file system cannot. */
  private static @Nullable Object identity(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
        : "none";
  }

  /** Removes what a killed process had begun to write; a writer holds the cache's lock. */
  private static void removeUnfinished(Path folder) throws IOException {
    for (Path path : below(folder)) {
      String name = path.getFileName().toString();
      if (name.startsWith(".") && name.endsWith(UNFINISHED)) {
        Files.delete(path);
      }
    }
  }

  private void trim() throws IOException {
    List<Path> folders;
    try (Stream<Path> list = Files.list(root)) {
      folders = list.filter(Files::isDirectory).toList();
    }
    Map<Path, Long> sizes = new HashMap<>();
    Map<Path, FileTime> times = new HashMap<>();
    for (Path folder : folders) {
      sizes.put(folder, size(folder));
      times.put(folder, lastUse(folder));
    }
    long total = sizes.values().stream().mapToLong(Long::longValue).sum();
    for (Path folder : folders.stream().sorted(Comparator.comparing(times::get)).toList()) {
      if (total > maxBytes && isFree(folder)) {
        delete(folder);
        total -= sizes.getOrDefault(folder, 0L);
      }
    }
  }

  private static FileTime lastUse(Path folder) throws IOException {
    Path marker = folder.resolve(MARKER);
    return Files.getLastModifiedTime(Files.exists(marker) ? marker : folder);
  }

  /** Nobody can begin to use it afterwards: that takes the cache's lock. */
  private static boolean isFree(Path folder) throws IOException {
    if (HELD.containsKey(folder)) {
      return false;
    }
    try (FileChannel channel = open(folder.resolve(LOCK));
        FileLock lock = channel.tryLock()) {
      return lock != null;
    }
  }

  private static long size(Path folder) throws IOException {
    long sum = 0;
    for (Path path : below(folder)) {
      sum += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return sum;
  }

  private static void delete(Path folder) throws IOException {
    for (Path path : below(folder)) {
      Files.delete(path);
    }
  }

  /** The folder and all in it, what is deepest first. */
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
