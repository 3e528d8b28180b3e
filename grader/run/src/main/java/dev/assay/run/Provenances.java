package dev.assay.run;

import dev.assay.report.Digests;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects how a result was made. */
final class Provenances {
  private static final String ASSAY_VERSION = "0.1.0";
  private static final String TENSORFLOW_VERSION = "1.1.0 (TensorFlow 2.18.0)";

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
    tensorFlow = TENSORFLOW_VERSION;
  }

  void data(String fingerprint) {
    data = fingerprint;
  }

  void graph(Path file) {
    graph = sha256(file);
  }

  void weights(@Nullable String digest) {
    weights = digest;
  }

  Provenance provenance() {
    return new Provenance(
        ASSAY_VERSION,
        new Digests(rule(), data, graph, weights),
        options.seed(),
        assignment == null ? Map.of() : Map.of("data", assignment.variant().name()),
        new Platform(
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            tensorFlow,
            options.threads(),
            mode()));
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
        : sha256(
            (assignment.problem().id() + assignment.problem().task() + assignment.variant())
                .getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(Path file) {
    try {
      return sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
