package dev.assay.report.model;

import org.jspecify.annotations.Nullable;

/**
 * How far the model came. A stage that was not reached is null.
 *
 * @param model what was built; null if nothing was
 * @param training how training went; null if it did not start
 * @param reload the check after reloading; null if it was not reached
 * @param audit the training with few labels; null if there was none
 */
public record ModelStages(
    @Nullable ModelSummary model,
    @Nullable Training training,
    @Nullable Reload reload,
    @Nullable Audit audit) {

  /** No stage was reached. */
  public static final ModelStages NONE = new ModelStages(null, null, null);

  /** The same without the lines of the epochs and of the layers. */
  public ModelStages outline() {
    return new ModelStages(
        model == null ? null : model.outline(),
        training == null ? null : training.outline(),
        reload,
        audit);
  }

  /** A model that was not audited. */
  public ModelStages(
      @Nullable ModelSummary model, @Nullable Training training, @Nullable Reload reload) {
    this(model, training, reload, null);
  }
}
