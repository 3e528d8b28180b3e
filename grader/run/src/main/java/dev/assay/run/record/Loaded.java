package dev.assay.run.record;

import dev.assay.run.data.PreparedData;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The problem's data, in files for the workers.
 *
 * @param prepared null where an answer is only checked, which takes no data
 */
public record Loaded(Started started, PreparedData.@Nullable Prepared prepared)
    implements StageRecord {
  PreparedData.Prepared data() {
    return Objects.requireNonNull(prepared, "only checked: there is no data");
  }

  @Override
  public Progress progress() {
    Progress before = started.progress();
    return prepared == null ? before : before.with(prepared.data());
  }
}
