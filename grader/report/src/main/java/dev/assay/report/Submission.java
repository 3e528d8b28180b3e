package dev.assay.report;

import dev.assay.report.checks.Components;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was graded.
 *
 * @param id the submission's name as the run knows it: safe as a folder's name, and the same in
 *     every run
 * @param origin the file or folder that was handed in, whole, as the command line names it
 * @param digest SHA-256 of the submission's sources; may be null if they could not be read
 * @param assumptions a sentence for each thing that was guessed while the sources were read
 */
public record Submission(
    String id, String origin, @Nullable String digest, List<SentenceLine> assumptions) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if {@code id}, {@code origin} or {@code digest} is blank
   */
  public Submission {
    Components.text("submission.id", id);
    Components.text("submission.origin", origin);
    Components.textOrNull("submission.digest", digest);
    assumptions = Components.list("submission.assumptions", assumptions);
  }

  /** A submission whose id is the name of what was handed in, read as it is. */
  public Submission(String id, @Nullable String digest) {
    this(id, id, digest, List.of());
  }
}
