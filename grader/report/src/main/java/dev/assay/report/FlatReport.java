package dev.assay.report;

import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A result's fields as they stand in JSON, in their order. */
record FlatReport(
    int schemaVersion,
    Submission submission,
    String problem,
    @Nullable DatasetSummary dataset,
    Verdict verdict,
    String message,
    List<Sentence> reasons,
    int points,
    int maxPoints,
    @Nullable Metric metric,
    Map<String, Double> metrics,
    @Nullable Classification classification,
    @Nullable ModelSummary model,
    @Nullable Training training,
    @Nullable Reload reload,
    @Nullable Audit audit,
    List<FindingLine> findings,
    @Nullable Isolation isolation,
    Map<String, Double> timings,
    Provenance provenance) {

  FlatReport {
    if (schemaVersion != GradeReport.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "schemaVersion must be %d. Received: %d",
              GradeReport.SCHEMA_VERSION,
              schemaVersion));
    }
    metrics = Checks.ordered("metrics", metrics);
    if (metric == null && (!metrics.isEmpty() || classification != null)) {
      throw new IllegalArgumentException(
          "metrics must be empty and classification null without a metric");
    }
  }

  static FlatReport from(GradeReport report) {
    Judgement judgement = report.judgement();
    Scores scores = report.scores();
    ModelRun run = report.run();
    Circumstances circumstances = report.circumstances();
    return new FlatReport(
        GradeReport.SCHEMA_VERSION,
        report.submission(),
        report.problem(),
        report.dataset(),
        judgement.verdict(),
        judgement.message(),
        judgement.reasons(),
        judgement.points(),
        judgement.maxPoints(),
        scores == null ? null : scores.metric(),
        scores == null ? Map.of() : scores.metrics(),
        scores == null ? null : scores.classification(),
        run.model(),
        run.training(),
        run.reload(),
        run.audit(),
        judgement.findings().stream().map(FindingLine::from).toList(),
        circumstances.isolation(),
        circumstances.timings(),
        circumstances.provenance());
  }

  GradeReport toReport() {
    return new GradeReport(
        submission,
        problem,
        dataset,
        new Judgement(verdict, reasons, points, maxPoints, list(findings)),
        metric == null ? null : new Scores(metric, metrics, classification),
        new ModelRun(model, training, reload, audit),
        new Circumstances(isolation, timings, provenance));
  }

  private static List<Finding> list(List<FindingLine> lines) {
    return Checks.list("findings", lines).stream().map(FindingLine::finding).toList();
  }
}
