package dev.assay.pages.answer;

import dev.assay.pages.PageTexts;
import dev.assay.report.GradeReport;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.model.LayerLine;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Scores;
import dev.assay.report.text.VerdictLines;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of an answer.
 *
 * @param texts its language
 * @param report the result
 * @param verdict in three parts
 * @param scale where the score lies; null where there is none
 * @param curves of training; null where there are none
 * @param confusion the matrix; null where there is none
 * @param examples of the validation set; null where none were kept
 * @param mistakes the worst of them
 * @param scatter predicted against true values; null where the target is a class
 * @param findings what was noticed, with what there is to read about it
 * @param printed what the code printed; null where it printed nothing
 * @param standing among all that the student handed in
 * @param facts how the result was made
 */
public record AnswerPage(
    PageTexts texts,
    GradeReport report,
    VerdictLines verdict,
    @Nullable ScoreScale scale,
    @Nullable CurvesView curves,
    @Nullable ConfusionView confusion,
    @Nullable ValidationExamples examples,
    List<MistakeCard> mistakes,
    @Nullable ScatterView scatter,
    List<FindingCard> findings,
    @Nullable Printed printed,
    Standing standing,
    List<Fact> facts) {
  /** Copies the components. */
  public AnswerPage {
    mistakes = List.copyOf(mistakes);
    findings = List.copyOf(findings);
    facts = List.copyOf(facts);
  }

  /**
   * The page of a result.
   *
   * @param beside what lies beside it
   * @param standing among all that the student handed in
   */
  public static AnswerPage of(
      GradeReport report, Beside beside, Standing standing, PageTexts texts) {
    Scores scores = report.scores();
    Classification classes = scores == null ? null : scores.classification();
    ValidationExamples examples = beside.examples();
    return new AnswerPage(
        texts,
        report,
        VerdictLines.of(report, texts.catalogue()),
        scores == null ? null : ScoreScale.of(scores.metric()),
        CurvesView.of(report.stages().training(), texts),
        classes == null || !classes.hasMatrix() ? null : ConfusionView.of(classes),
        examples,
        examples == null ? List.of() : MistakeCard.all(examples.mistakes(), texts),
        examples == null ? null : ScatterView.of(examples, texts),
        report.judgement().findings().stream()
            .map(finding -> FindingCard.of(finding, texts))
            .toList(),
        beside.printed(),
        standing,
        Facts.of(report, texts));
  }

  /** Returns the shape of a layer's output, as {@code (batch, 28, 28)}. */
  public static String shape(LayerLine layer) {
    return layer.outputShape().stream()
        .map(size -> size < 0 ? "None" : String.valueOf(size))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
