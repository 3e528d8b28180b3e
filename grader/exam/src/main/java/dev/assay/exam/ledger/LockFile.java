package dev.assay.exam.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A lock that one process at a time has; the end of a process frees it, however it ends. */
public final class LockFile {
  private static final long PAUSE_MILLIS = 50;

  private LockFile() {}

  /**
   * Takes a lock.
   *
   * @param limit how long to wait for another process
   * @return frees the lock; empty where another process keeps it
   * @throws IOException when the file cannot be written
   */
  public static Optional<Closeable> take(Path file, Duration limit)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = tryLock(channel);
      while (!taken && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        taken = tryLock(channel);
      }
      return taken ? Optional.of(channel) : Optional.empty();
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
