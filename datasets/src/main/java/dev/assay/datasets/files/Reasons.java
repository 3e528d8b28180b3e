package dev.assay.datasets.files;

import dev.assay.findings.DataCode;
import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;
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
  private static final String NO_FOLDER = "NO_FOLDER";
  private static final String OTHER = "OTHER";

  private Reasons() {}

  /** A few words, to stand in brackets behind what could not be done. */
  public static Sentence of(IOException e) {
    if (e instanceof Explained known) {
      return known.sentence();
    }
    if (e instanceof NoSuchFileException) {
      return reason("NO_FILE", "");
    }
    if (e instanceof AccessDeniedException) {
      return reason("DENIED", "");
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return reason(NO_FOLDER, "");
    }
    if (e instanceof UnknownHostException) {
      return reason("UNKNOWN_HOST", String.valueOf(e.getMessage()));
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return ofSystem(system.getReason());
    }
    String message = e.getMessage();
    return reason(OTHER, message == null ? e.getClass().getSimpleName() : message);
  }

  /** The operating system's own words, where they are not known by a kind. */
  private static Sentence ofSystem(String words) {
    return switch (words) {
      case "Not a directory" -> reason(NO_FOLDER, "");
      case "Read-only file system" -> reason("READ_ONLY", "");
      case "No space left on device" -> reason("FULL", "");
      default -> reason(OTHER, words);
    };
  }

  private static Sentence reason(String kind, String words) {
    return Sentence.of(DataCode.REASON, "kind", kind, "words", words);
  }
}
