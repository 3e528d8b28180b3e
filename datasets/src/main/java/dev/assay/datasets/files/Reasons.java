package dev.assay.datasets.files;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Explains why a file or network operation failed; the JDK's messages are often only the file's
 * name.
 */
public final class Reasons {
  private static final String NO_FOLDER = "it is not a folder";

  private Reasons() {}

  /** A few words, to stand in brackets behind what could not be done. */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return NO_FOLDER;
    }
    if (e instanceof UnknownHostException) {
      return "unknown host " + e.getMessage() + ", or no network";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return "Not a directory".equals(system.getReason()) ? NO_FOLDER : system.getReason();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
