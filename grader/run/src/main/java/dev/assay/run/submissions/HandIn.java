package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.run.submissions.tree.Refused;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was handed in and is to be graded, not read yet.
 *
 * @param id unique in a batch
 * @param origin the file or folder, whole, as it was given
 * @param reader reads it
 * @param named when it was handed in, as a learning management system's names say, on its clock;
 *     else null
 * @param modified when its newest file was changed, as the file system or the archive of a class
 *     says; null where neither does
 */
public record HandIn(
    String id,
    String origin,
    Reader reader,
    @Nullable LocalDateTime named,
    @Nullable Instant modified) {
  /** Reads a submission's sources. */
  public interface Reader {
    /**
     * Reads them.
     *
     * @throws IOException if they cannot be read
     * @throws Refused if they are not to be
     */
    Submission read() throws IOException, Refused;
  }

  /**
   * When it was handed in: as a name says, else as a file's time does.
   *
   * @param zone of the clock of the learning management system
   * @return null where neither is known
   */
  public @Nullable Instant handedIn(ZoneId zone) {
    return named == null ? modified : named.atZone(zone).toInstant();
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
