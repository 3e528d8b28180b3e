package dev.assay.run.record;

import dev.assay.report.Judgement;
import dev.assay.report.model.Audit;
import dev.assay.run.jobs.Processes;
import org.jspecify.annotations.Nullable;

/**
 * A score with its verdict, PASSED or FAILED.
 *
 * @param audit the training with few labels; null where none was made
 * @param auditing the processes that measured and audited the model
 */
public record Judged(Scored scored, Judgement judgement, @Nullable Audit audit, Processes auditing)
    implements StageRecord, Ending {
  @Override
  public Progress progress() {
    Progress before = scored.progress().with(auditing);
    return audit == null ? before : before.with(audit);
  }
}
