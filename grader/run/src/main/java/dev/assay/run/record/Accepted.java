package dev.assay.run.record;

import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.findings.Finding;
import dev.assay.problems.ProblemSpec;
import dev.assay.protocol.BuiltModel;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.Assignment;
import java.util.List;
import java.util.Optional;

/**
 * A model that may be trained.
 *
 * @param findings of the inspection; no errors
 * @param outlines of the model, or of an ensemble's members; empty where the graph is too large to
 *     be looked through
 */
public record Accepted(
    Built built, InspectedModel inspected, List<Finding> findings, List<ModelOutline> outlines)
    implements StageRecord {
  public Accepted {
    findings = List.copyOf(findings);
  }

  Started started() {
    return built.started();
  }

  /** What the builder was told of the problem. */
  public ProblemSpec spec() {
    return started().spec();
  }

  public Assignment assignment() {
    return started().assignment();
  }

  /** The data, where it was loaded; a check does without. */
  public Optional<PreparedData.Prepared> loaded() {
    return Optional.ofNullable(built.compiled().loaded().prepared());
  }

  public PreparedData.Prepared data() {
    return built.compiled().loaded().data();
  }

  public BuiltModel model() {
    return inspected.built();
  }

  @Override
  public Progress progress() {
    return built.progress().with(inspected, findings);
  }
}
