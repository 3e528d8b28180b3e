package dev.assay.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What building and inspecting one answer gave, without training: one of the results that {@code
 * assay check --json} prints and {@code reports/check.schema.json} describes.
 *
 * @param submission what was checked
 * @param problem the problem's name, or {@link GradeReport#NO_PROBLEM} where it answers none
 * @param verdict why the answer cannot be graded; null when it can
 * @param message the same in words, with a next step; null exactly when the verdict is
 * @param findings what the grader noticed
 * @param model the model that was built; null when there is none, or when it was refused
 */
public record CheckedAnswer(
    Submission submission,
    String problem,
    @Nullable Verdict verdict,
    @Nullable String message,
    List<Finding> findings,
    @Nullable ModelSummary model) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a text is blank, or only one of verdict and message is null
   */
  public CheckedAnswer {
    Checks.present("submission", submission);
    Checks.text("problem", problem);
    Checks.textOrNull("message", message);
    if ((verdict == null) != (message == null)) {
      throw new IllegalArgumentException(
          "verdict and message must be given together. Received: %s and %s"
              .formatted(verdict, message));
    }
    findings = Checks.list("findings", findings);
  }

  /** Whether nothing stands in the way of grading it; not a field of the document. */
  public boolean canBeGraded() {
    return verdict == null;
  }
}
