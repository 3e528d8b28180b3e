package dev.assay.batch;

import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonReports;
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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder for the results of a batch.
 *
 * @param path exists
 */
public record BatchFolder(Path path) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

  /** Batches that begin in the same second; more are no accident. */
  private static final int MOST_IN_A_SECOND = 1000;

  /** Tells the folder of a batch from any other, where nothing must be replaced. */
  private static final String MARK = ".assay-run";

  /** The folder in it that holds the plan of a batch, if several graders share it. */
  public static final String PLAN = ".plan";

  /** Creates a folder with the local time as its name, such as 2026-05-04T09-30-00. */
  public static BatchFolder in(Path reports) throws IOException {
    Files.createDirectories(reports);
    String name = LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
    for (int number = 1; ; number++) {
      Path folder = reports.resolve(number == 1 ? name : name + "-" + number);
      try {
        return new BatchFolder(Files.createDirectory(folder));
      } catch (FileAlreadyExistsException e) {
        if (number > MOST_IN_A_SECOND) {
          throw e;
        }
      }
    }
  }

  /**
   * Takes a folder, created if it does not exist; results of an earlier batch in it are replaced.
   *
   * @throws BatchFolderException when it holds what no batch wrote
   * @throws IOException when it cannot be written
   */
  public static BatchFolder at(Path folder) throws IOException {
    Path made = Files.createDirectories(folder).toRealPath();
    if (!Files.exists(made.resolve(MARK)) && !isEmpty(made)) {
      throw new BatchFolderException(folder, BatchFolderException.Reason.FOREIGN_FILES);
    }
    Path probe = Files.createTempFile(made, ".probe", "");
    Files.delete(probe);
    return new BatchFolder(made);
  }

  /** Finds the folder that a batch wrote; empty where none did. */
  public static Optional<BatchFolder> existing(Path folder) {
    return Files.isDirectory(folder) && Files.exists(folder.resolve(MARK))
        ? Optional.of(new BatchFolder(folder))
        : Optional.empty();
  }

  /** Removes the folder if nothing was written to it. */
  public void removeIfEmpty() throws IOException {
    if (isEmpty(path)) {
      Files.delete(path);
    }
  }

  /**
   * Claims the folder: a later batch may replace what is written here, but no other one meanwhile.
   *
   * @return gives the folder free again; the end of this process does too, however it ends
   * @throws BatchFolderException when another batch writes there, it cannot be written, or it has a
   *     plan, by which graders share it
   */
  public Closeable claim() throws IOException {
    if (Files.exists(path.resolve(PLAN))) {
      throw new BatchFolderException(path, BatchFolderException.Reason.PLANNED);
    }
    return lock();
  }

  /**
   * Claims the folder as {@link #claim} does, also one that has a plan, to plan it anew.
   *
   * @throws BatchFolderException when another batch writes there, or it cannot be written
   */
  public Closeable lock() throws IOException {
    FileChannel channel = mark();
    if (!isLocked(channel)) {
      channel.close();
      throw new BatchFolderException(path, BatchFolderException.Reason.IN_USE);
    }
    return channel;
  }

  /** The file that lists what became of everything that was handed in. */
  public Path entries() {
    return path.resolve("entries.json");
  }

  /**
   * Reads the result of which there is an outline; the outline itself where its file cannot be read
   * or is another one's.
   */
  public GradeReport whole(GradeReport outline) {
    Path file = answer(outline.submission().id(), outline.problem()).resolve("result.json");
    try {
      GradeReport whole = JsonReports.read(file);
      return whole.outline().equals(outline) ? whole : outline;
    } catch (IOException e) {
      return outline;
    }
  }

  /** The folder of the result of one answer. */
  public Path answer(String submission, String problem) {
    return path.resolve(submission).resolve(problem);
  }

  private FileChannel mark() throws BatchFolderException {
    try {
      return FileChannel.open(
          path.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BatchFolderException(path, e);
    }
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
