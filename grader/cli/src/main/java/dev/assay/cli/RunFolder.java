package dev.assay.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The folder that a run's results go to. */
record RunFolder(Path path) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

  /** A new folder with the time as its name. */
  static RunFolder in(Path reports) throws IOException {
    Files.createDirectories(reports);
    String name = LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
    for (int number = 1; ; number++) {
      Path folder = reports.resolve(number == 1 ? name : name + "-" + number);
      try {
        return new RunFolder(Files.createDirectory(folder));
      } catch (FileAlreadyExistsException e) {
        if (number > 1000) {
          throw e;
        }
      }
    }
  }

  /** The folder itself, made if need be; results in it are replaced. */
  static RunFolder at(Path folder) throws IOException {
    Path made = Files.createDirectories(folder).toRealPath();
    Path probe = Files.createTempFile(made, ".probe", "");
    Files.delete(probe);
    return new RunFolder(made);
  }

  /** Leaves nothing behind when nothing was graded. */
  void removeIfEmpty() throws IOException {
    try (var list = Files.list(path)) {
      if (list.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(path);
  }

  /** In words. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return "Not a directory".equals(system.getReason())
          ? "it is not a folder"
          : system.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
