package dev.assay.run;

import dev.assay.report.Finding;
import dev.assay.worker.protocol.BuiltModel;
import java.util.List;

/**
 * A model that may be trained.
 *
 * @param findings of the inspection; no errors
 */
record Accepted(Built built, InspectedModel inspected, List<Finding> findings) implements Stage {
  Accepted {
    findings = List.copyOf(findings);
  }

  Started started() {
    return built.started();
  }

  Assignment assignment() {
    return started().assignment();
  }

  PreparedData.Prepared data() {
    return built.compiled().loaded().data();
  }

  BuiltModel model() {
    return inspected.built();
  }

  @Override
  public Progress progress() {
    return built.progress().with(inspected, findings);
  }
}
