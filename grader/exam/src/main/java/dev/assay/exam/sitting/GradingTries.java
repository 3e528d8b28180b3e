package dev.assay.exam.sitting;

import dev.assay.commons.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts how often the grading of an attempt began, so that one that always ends the grader does
 * not stand before all others for ever.
 *
 * @param file with the count; used by the process that holds the grading lock alone
 */
public record GradingTries(Path file) {
  /** Beginnings without an end after which an attempt is given up. */
  public static final int MOST = 5;

  /**
   * Counts a beginning.
   *
   * @return whether there may be one more; otherwise the attempt is to be given up
   * @throws IOException if the count cannot be kept, as on a full disk
   */
  public boolean begin() throws IOException {
    int before = before();
    if (before >= MOST) {
      return false;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    WholeFile.write(file, Integer.toString(before + 1).getBytes(StandardCharsets.UTF_8));
    return true;
  }

  /** Forgets the beginnings: the grading came to an end that is nobody's fault. */
  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /** A count that cannot be read is no reason to give an attempt up. */
  private int before() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file).strip();
    return text.matches("\\d") ? Integer.parseInt(text) : 0;
  }
}
