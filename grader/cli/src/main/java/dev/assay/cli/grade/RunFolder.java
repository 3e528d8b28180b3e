package dev.assay.cli.grade;

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

  /** The most runs that may begin in the same second. */
  private static final int MOST_IN_A_SECOND = 1000;

  /** The file that marks the folder of a run; nothing is replaced in other folders. */
  private static final String MARK = ".assay-run";

  /** Creates a new folder named after the time. */
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
   * Opens a folder, creating it if necessary; results of an earlier run in it are replaced.
   *
   * @throws IOException if it cannot be written, or contains files that no run wrote
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

  /** Deletes the folder if nothing was graded. */
  void removeIfEmpty() throws IOException {
    if (isEmpty(path)) {
      Files.delete(path);
    }
  }

  /**
   * Claims the folder: later runs may replace its contents, but none while this run lasts.
   *
   * @return releases the folder; so does the end of this process, however it ends
   * @throws IOException if another run is writing to it
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
