package dev.assay.run.record;

import dev.assay.findings.Finding;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.run.jobs.Processes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scored model that was looked into.
 *
 * @param measurement null where it could not be measured
 * @param findings that it could not, where that is so
 * @param processes that measured it
 */
public record Measured(
    Scored scored,
    @Nullable ModelMeasurement measurement,
    List<Finding> findings,
    Processes processes)
    implements StageRecord {
  public Measured {
    findings = List.copyOf(findings);
  }

  @Override
  public Progress progress() {
    return scored.progress().with(processes);
  }
}
