package dev.assay.run.record;

import dev.assay.findings.Finding;
import dev.assay.protocol.BuiltModel;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.Assignment;
import java.util.List;

/**
 * A model that may be trained.
 *
 * @param findings of the inspection; no errors
 */
public record Accepted(Built built, InspectedModel inspected, List<Finding> findings)
    implements StageRecord {
  public Accepted {
    findings = List.copyOf(findings);
  }

  Started started() {
    return built.started();
  }

  public Assignment assignment() {
    return started().assignment();
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
