package dev.assay.batch.plan;

import dev.assay.run.grading.GradeOptions;
import org.jspecify.annotations.Nullable;

/**
 * How all answers of a plan are graded.
 *
 * @param data the variant of the data that was asked for
 * @param named whether the problems were named, so that each submission must answer them all
 * @param seed of the split, the initial weights and the order of examples
 * @param fast whether training may give up bit-equal results for speed
 * @param audit whether every answer that passes is trained once more with few labels
 * @param freshHidden whether the hidden part is drawn for the run
 * @param settings SHA-256 of the class's settings; null where there are none
 */
public record PlannedOptions(
    String data,
    boolean named,
    long seed,
    boolean fast,
    boolean audit,
    boolean freshHidden,
    @Nullable String settings) {

  /** The options of each grading, with one thread. */
  public GradeOptions grading() {
    GradeOptions reproducible = GradeOptions.withSeed(seed).audit(audit);
    return fast ? reproducible.fast() : reproducible;
  }
}
