package dev.assay.run.submissions;

import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;

/**
 * Something that was handed in and is to be graded, not read yet.
 *
 * @param id unique in a batch
 * @param origin the file or folder, whole, as it was given
 * @param reader reads it
 */
public record HandIn(String id, String origin, Reader reader) {
  /** Reads a submission's sources. */
  interface Reader {
    Submission read() throws IOException, Refused;
  }

  /** Reads it; that it cannot be read is its own result, whatever the reason. */
  public Submission read() {
    try {
      return reader.read();
    } catch (UndecodableSource e) {
      return Submission.undecodable(id, origin, e.getMessage());
    } catch (Refused e) {
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
