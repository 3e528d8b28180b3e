package dev.assay.report;

import dev.assay.report.checks.Components;
import dev.assay.report.model.ModelStages;
import dev.assay.report.score.Scores;
import org.jspecify.annotations.Nullable;

/**
 * The result of grading one answer to one problem.
 *
 * <p>In JSON the judgement, the scores, the model's stages and the circumstances are not nested:
 * their fields stand at the top, as {@code reports/result.schema.json} says.
 *
 * @param submission what was graded
 * @param problem the problem's name
 * @param dataset the data used; null if the grading ended before any was loaded
 * @param judgement verdict, points and reasons
 * @param scores what was measured; null if the grading ended before scoring
 * @param stages how far the model came
 * @param circumstances isolation, timings and provenance
 */
public record GradeReport(
    Submission submission,
    String problem,
    @Nullable DatasetSummary dataset,
    Judgement judgement,
    @Nullable Scores scores,
    ModelStages stages,
    Circumstances circumstances) {
  /** In place of a problem's name, where a submission answers none. */
  public static final String NO_PROBLEM = "none";

  /** The version of the JSON's structure. */
  public static final int SCHEMA_VERSION = 2;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the problem's name is blank, or the verdict says that the
   *     answer was scored and the data or the scores are missing
   */
  public GradeReport {
    Components.present("submission", submission);
    Components.text("problem", problem);
    Components.present("judgement", judgement);
    Components.present("stages", stages);
    Components.present("circumstances", circumstances);
    if (judgement.verdict().scored() && (dataset == null || scores == null)) {
      throw new IllegalArgumentException(
          "verdict %s must come with a data set and a metric".formatted(judgement.verdict()));
    }
  }

  /**
   * How grading ended.
   *
   * @return the judgement's verdict
   */
  public Verdict verdict() {
    return judgement.verdict();
  }

  /**
   * The same result without what only its own file and page tell: the lines of the epochs and of
   * the layers, and the scores of the classes. A class's results are kept so, many thousands of
   * them.
   */
  public GradeReport outline() {
    return new GradeReport(
        submission,
        problem,
        dataset,
        judgement,
        scores == null ? null : new Scores(scores.metric(), scores.metrics(), null),
        stages.outline(),
        circumstances);
  }

  /**
   * How long grading this answer took.
   *
   * @return the sum of all stages' times in seconds, at least 0
   */
  public double seconds() {
    return circumstances.timings().values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
