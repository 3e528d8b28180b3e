package dev.assay.report.json;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.report.CheckedAnswer;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.model.ModelSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a checked answer as they stand in JSON, in their order. */
record FlatCheck(
    Submission submission,
    String problem,
    @Nullable Verdict verdict,
    @Nullable String message,
    List<Sentence> reasons,
    List<FindingLine> findings,
    @Nullable ModelSummary model) {
  /** Converts a checked answer into its fields. */
  static final class Flattening extends StdConverter<CheckedAnswer, FlatCheck> {
    private final Catalogue texts;

    /**
     * A conversion.
     *
     * @param texts the language of the messages
     */
    Flattening(Catalogue texts) {
      this.texts = texts;
    }

    @Override
    public FlatCheck convert(CheckedAnswer answer) {
      return from(answer, texts);
    }
  }

  private static FlatCheck from(CheckedAnswer answer, Catalogue texts) {
    return new FlatCheck(
        answer.submission(),
        answer.problem(),
        answer.verdict(),
        answer.message(texts),
        answer.reasons(),
        answer.findings().stream().map(finding -> FindingLine.from(finding, texts)).toList(),
        answer.model());
  }
}
