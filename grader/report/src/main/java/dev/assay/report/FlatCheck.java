package dev.assay.report;

import dev.assay.findings.Sentence;
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
  static FlatCheck from(CheckedAnswer answer) {
    return new FlatCheck(
        answer.submission(),
        answer.problem(),
        answer.verdict(),
        answer.message(),
        answer.reasons(),
        answer.findings().stream().map(FindingLine::from).toList(),
        answer.model());
  }
}
