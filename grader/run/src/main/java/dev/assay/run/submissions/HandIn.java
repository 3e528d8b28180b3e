package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
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
      return Submission.undecodable(id, origin, e.sentence());
    } catch (Refused e) {
      return Submission.unreadable(id, origin, e.sentence());
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Submission.unreadable(
          id,
          origin,
          Sentence.of(
              NoteCode.SUBMISSION_NOT_READ, "submission", id, "reason", SentenceException.of(e)));
    }
  }
}
