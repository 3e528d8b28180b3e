package dev.assay.report;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.report.checks.Components;
import dev.assay.report.model.ModelSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What building and inspecting one answer gave, without training: one of the results that {@code
 * assay check --json} prints and {@code reports/check.schema.json} describes.
 *
 * @param submission what was checked
 * @param problem the problem's name, or {@link GradeReport#NO_PROBLEM} where it answers none
 * @param verdict why the answer cannot be graded; null when it can
 * @param reasons the same in sentences, with a next step; empty exactly when there is no verdict
 * @param findings what the grader noticed
 * @param model the model that was built; null when there is none, or when it was refused
 */
public record CheckedAnswer(
    Submission submission,
    String problem,
    @Nullable Verdict verdict,
    List<Sentence> reasons,
    List<Finding> findings,
    @Nullable ModelSummary model) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a text is blank, or there are reasons without a verdict or
   *     a verdict without reasons
   */
  public CheckedAnswer {
    Components.present("submission", submission);
    Components.text("problem", problem);
    reasons = Components.list("reasons", reasons);
    if ((verdict == null) != reasons.isEmpty()) {
      throw new IllegalArgumentException(
          "verdict and reasons must be given together. Received: %s and %s"
              .formatted(verdict, reasons));
    }
    findings = Components.list("findings", findings);
  }

  /** Whether nothing stands in the way of grading it; not a field of the document. */
  public boolean canBeGraded() {
    return verdict == null;
  }

  /** The reasons in English; null when the answer can be graded. */
  public @Nullable String message() {
    return message(Catalogue.english());
  }

  /** The reasons in the catalogue's language; null when the answer can be graded. */
  public @Nullable String message(Catalogue texts) {
    return reasons.isEmpty() ? null : Sentence.text(reasons, texts);
  }
}
