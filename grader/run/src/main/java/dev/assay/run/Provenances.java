package dev.assay.run;

import dev.assay.datasets.Sha256;
import dev.assay.report.Digests;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects how a result was made. */
final class Provenances {
  private final @Nullable Assignment assignment;
  private final GradeOptions options;
  private @Nullable String tensorFlow;
  private @Nullable String data;
  private @Nullable String graph;
  private @Nullable String weights;

  Provenances(@Nullable Assignment assignment, GradeOptions options) {
    this.assignment = assignment;
    this.options = options;
  }

  void tensorFlow() {
    tensorFlow = Version.TENSORFLOW;
  }

  void data(String fingerprint) {
    data = fingerprint;
  }

  void graph(Path file) {
    try {
      graph = Sha256.ofFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void weights(@Nullable String digest) {
    weights = digest;
  }

  Provenance provenance() {
    return new Provenance(
        Version.ASSAY,
        new Digests(rule(), data, graph, weights),
        options.seed(),
        assignment == null ? Map.of() : named(assignment),
        new Platform(
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            tensorFlow,
            options.threads(),
            mode()));
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
    return assignment == null
        ? null
        : Sha256.of(
            (assignment.problem().id() + assignment.problem().task() + assignment.variant())
                .getBytes(StandardCharsets.UTF_8));
  }
}
