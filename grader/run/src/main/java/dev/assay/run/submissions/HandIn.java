package dev.assay.run.submissions;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that was handed in and is to be graded, not read yet.
 *
 * @param id unique in a batch
 * @param origin the file or folder
 * @param reader reads it
 */
public record HandIn(String id, Path origin, Reader reader) {
  /** Reads a submission's sources. */
  interface Reader {
    Submission read() throws IOException, SubmissionException;
  }

  /** Reads it; that it cannot be read is its own result, whatever the reason. */
  public Submission read() {
    try {
      return reader.read();
    } catch (SubmissionException e) {
      return Submission.unreadable(id, origin, e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Submission.unreadable(
          id,
          origin,
          "%s cannot be read (%s). Check its files' names and permissions, and hand it in again."
              .formatted(
                  id, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
  }
}
