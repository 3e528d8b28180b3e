package dev.assay.report;

import org.jspecify.annotations.Nullable;

/**
 * How far the model came. A stage that was not reached is null.
 *
 * @param model what was built; null if nothing was
 * @param training how training went; null if it did not start
 * @param reload the check after reloading; null if it was not reached
 */
public record ModelRun(
    @Nullable ModelSummary model, @Nullable Training training, @Nullable Reload reload) {

  /** No stage was reached. */
  public static final ModelRun NONE = new ModelRun(null, null, null);
}
