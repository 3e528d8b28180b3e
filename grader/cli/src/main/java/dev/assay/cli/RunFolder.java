package dev.assay.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder that a run's results go to. */
record RunFolder(Path path) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

  /** Runs that begin in the same second; more are no accident. */
  private static final int MOST_IN_A_SECOND = 1000;

  /** Tells the folder of a run from any other, where nothing must be replaced. */
  private static final String MARK = ".assay-run";

  /** A new folder with the time as its name. */
  static RunFolder in(Path reports) throws IOException {
    Files.createDirectories(reports);
    String name = LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
    for (int number = 1; ; number++) {
      Path folder = reports.resolve(number == 1 ? name : name + "-" + number);
      try {
        return new RunFolder(Files.createDirectory(folder));
      } catch (FileAlreadyExistsException e) {
        if (number > MOST_IN_A_SECOND) {
          throw e;
        }
      }
    }
  }

  /**
   * The folder itself, made if need be; results of an earlier run in it are replaced.
   *
   * @throws IOException when it cannot be written, or holds what no run wrote
   */
  static RunFolder at(Path folder) throws IOException {
    Path made = Files.createDirectories(folder).toRealPath();
    if (!Files.exists(made.resolve(MARK)) && !isEmpty(made)) {
      throw new IOException("it contains files that no earlier run wrote");
    }
    Path probe = Files.createTempFile(made, ".probe", "");
    Files.delete(probe);
    return new RunFolder(made);
  }

  /** Leaves nothing behind when nothing was graded. */
  void removeIfEmpty() throws IOException {
    if (isEmpty(path)) {
      Files.delete(path);
    }
  }

  /**
   * From now on a later run may replace what is written here, but no other while this one goes on.
   *
   * @return gives the folder free again; the end of this process does too, however it ends
   * @throws IOException when another run writes there
   */
  Closeable claim() throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new IOException("another run is writing to it");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.findAny().isEmpty();
    }
  }
}
