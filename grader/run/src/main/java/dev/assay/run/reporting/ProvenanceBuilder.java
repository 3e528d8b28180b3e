package dev.assay.run.reporting;

import dev.assay.datasets.files.Sha256;
import dev.assay.problems.ProblemVariant;
import dev.assay.report.Digests;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Processor;
import dev.assay.report.Provenance;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.Version;
import dev.assay.run.record.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Describes how a result was made. */
public final class ProvenanceBuilder {
  private final @Nullable Assignment assignment;
  private final GradeOptions options;

  /**
   * Describes results of an assignment.
   *
   * @param assignment null where a submission answers no problem
   */
  public ProvenanceBuilder(@Nullable Assignment assignment, GradeOptions options) {
    this.assignment = assignment;
    this.options = options;
  }

  /** The provenance of a result that no data, model or process went into. */
  public Provenance ofNothing() {
    return of(null, null, null, false);
  }

  /** The provenance that a grading of this data begins with. */
  public Provenance ofData(String fingerprint) {
    return of(fingerprint, null, null, false);
  }

  /** The provenance of a grading by what is known of it. */
  Provenance of(Progress known) {
    return of(
        known.data() == null ? null : known.data().fingerprint(),
        known.model() == null ? null : known.model().graphDigest(),
        known.training() == null ? null : known.training().weightsDigest(),
        known.processes().loadedTensorFlow());
  }

  private Provenance of(
      @Nullable String data,
      @Nullable String graph,
      @Nullable String weights,
      boolean loadedTensorFlow) {
    return new Provenance(
        Version.ASSAY,
        new Digests(rule(), data, graph, weights),
        options.seed(),
        assignment == null ? Map.of() : named(assignment),
        new Platform(
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            loadedTensorFlow ? Version.TENSORFLOW : null,
            options.threads(),
            mode(),
            loadedTensorFlow ? ThisProcessor.current() : Processor.UNKNOWN));
  }

  private Map<String, String> named(Assignment graded) {
    Map<String, String> named = new TreeMap<>(Map.of("data", graded.variant().name()));
    if (options.audit()) {
      named.put("audit", "all");
    }
    return named;
  }

  private Mode mode() {
    return switch (options.mode()) {
      case REPRODUCIBLE -> Mode.REPRODUCIBLE;
      case FAST -> Mode.FAST;
    };
  }

  private @Nullable String rule() {
    return assignment == null ? null : rule(assignment);
  }

  /** The digest of what an assignment asks for: its data, pass rule and limits. */
  public static String rule(Assignment assignment) {
    ProblemVariant variant = assignment.variant();
    // Not the variant's own text: what draws its hidden part has another one in each process.
    String text =
        assignment.problem().id()
            + assignment.problem().task()
            + variant.data()
            + variant.passRule()
            + variant.limits();
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
