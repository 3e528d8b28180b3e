package dev.assay.run.record;

import dev.assay.datasets.Dataset;
import dev.assay.findings.Finding;
import dev.assay.report.model.Audit;
import dev.assay.report.model.Reload;
import dev.assay.report.score.Scores;
import dev.assay.run.jobs.Processes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a grading has found out so far, from which a report can be made at any point.
 *
 * @param processes of the grading so far
 * @param data null before it was loaded, and where an answer is only checked
 * @param model null before it was built
 * @param findings of the inspection
 * @param training null before it began
 * @param reload null before the weights were reloaded
 * @param scores null before the predictions were scored
 * @param audit null where none was made
 */
public record Progress(
    Processes processes,
    @Nullable Dataset data,
    @Nullable InspectedModel model,
    List<Finding> findings,
    @Nullable TrainingOutcome training,
    @Nullable Reload reload,
    @Nullable Scores scores,
    @Nullable Audit audit) {
  public Progress {
    findings = List.copyOf(findings);
  }

  /** The progress of a grading of which only the processes are known. */
  static Progress of(Processes processes) {
    return new Progress(processes, null, null, List.of(), null, null, null, null);
  }

  public Progress with(Dataset loaded) {
    return new Progress(processes, loaded, model, findings, training, reload, scores, audit);
  }

  public Progress with(Processes more) {
    return new Progress(
        processes.and(more), data, model, findings, training, reload, scores, audit);
  }

  public Progress with(InspectedModel built, List<Finding> found) {
    return new Progress(processes, data, built, found, training, reload, scores, audit);
  }

  public Progress with(TrainingOutcome trained) {
    return new Progress(processes, data, model, findings, trained, reload, scores, audit);
  }

  public Progress with(Reload reloaded) {
    return new Progress(processes, data, model, findings, training, reloaded, scores, audit);
  }

  public Progress with(Scores scored) {
    return new Progress(processes, data, model, findings, training, reload, scored, audit);
  }

  public Progress with(Audit audited) {
    return new Progress(processes, data, model, findings, training, reload, scores, audited);
  }

  /** The part that the grader itself cannot have failed on: neither model nor training. */
  Progress withoutModel() {
    return new Progress(processes, data, null, findings, null, null, null, null);
  }
}
