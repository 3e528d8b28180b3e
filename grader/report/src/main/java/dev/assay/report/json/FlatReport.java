package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.report.Circumstances;
import dev.assay.report.DatasetSummary;
import dev.assay.report.GradeReport;
import dev.assay.report.Isolation;
import dev.assay.report.Judgement;
import dev.assay.report.Provenance;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.checks.Components;
import dev.assay.report.model.Audit;
import dev.assay.report.model.ModelStages;
import dev.assay.report.model.ModelSummary;
import dev.assay.report.model.Reload;
import dev.assay.report.model.Training;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import java.io.IOException;
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
    boolean fromEqualAnswer,
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
    metrics = Components.ordered("metrics", metrics);
    if (metric == null && (!metrics.isEmpty() || classification != null)) {
      throw new IllegalArgumentException(
          "metrics must be empty and classification null without a metric");
    }
  }

  /** Converts a result into its fields. */
  static final class Flattening extends StdConverter<GradeReport, FlatReport> {
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
    public FlatReport convert(GradeReport report) {
      return from(report, texts);
    }
  }

  /** Reads the fields, and makes the result of them. */
  static final class Nesting extends StdDeserializer<GradeReport> {
    Nesting() {
      super(GradeReport.class);
    }

    @Override
    public GradeReport deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      FlatReport fields = context.readValue(json, FlatReport.class);
      try {
        return fields.toReport();
      } catch (IllegalArgumentException e) {
        throw ValueInstantiationException.from(
            json, e.getMessage(), context.constructType(GradeReport.class), e);
      }
    }
  }

  private static FlatReport from(GradeReport report, Catalogue texts) {
    Judgement judgement = report.judgement();
    Scores scores = report.scores();
    ModelStages stages = report.stages();
    Circumstances circumstances = report.circumstances();
    return new FlatReport(
        GradeReport.SCHEMA_VERSION,
        report.submission(),
        report.problem(),
        report.dataset(),
        judgement.verdict(),
        judgement.message(texts),
        judgement.reasons(),
        judgement.points(),
        judgement.maxPoints(),
        scores == null ? null : scores.metric(),
        scores == null ? Map.of() : scores.metrics(),
        scores == null ? null : scores.classification(),
        stages.model(),
        stages.training(),
        stages.reload(),
        stages.audit(),
        judgement.findings().stream().map(finding -> FindingLine.from(finding, texts)).toList(),
        circumstances.isolation(),
        circumstances.timings(),
        circumstances.fromEqualAnswer(),
        circumstances.provenance());
  }

  private GradeReport toReport() {
    return new GradeReport(
        submission,
        problem,
        dataset,
        new Judgement(verdict, reasons, points, maxPoints, list(findings)),
        metric == null ? null : new Scores(metric, metrics, classification),
        new ModelStages(model, training, reload, audit),
        new Circumstances(isolation, timings, fromEqualAnswer, provenance));
  }

  private static List<Finding> list(List<FindingLine> lines) {
    return Components.list("findings", lines).stream().map(FindingLine::finding).toList();
  }
}
