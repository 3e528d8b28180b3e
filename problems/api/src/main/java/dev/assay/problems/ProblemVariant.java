package dev.assay.problems;

import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.hidden.HiddenSource;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A problem's data set with its own pass rule and limits.
 *
 * @param data the description of the data: columns, files, digests, mirrors, split
 * @param passRule when an answer passes on it
 * @param limits what an answer may use
 * @param hiddenGenerator draws the hidden part anew by a secret seed; null where the data cannot be
 *     drawn
 */
public record ProblemVariant(
    DatasetEntry data,
    PassRule passRule,
    Limits limits,
    @Nullable LongFunction<HiddenSource> hiddenGenerator) {
  /** A variant whose hidden part cannot be drawn anew. */
  public ProblemVariant(DatasetEntry data, PassRule passRule, Limits limits) {
    this(data, passRule, limits, null);
  }

  /** The name of the variant: "embedded", "full", ... */
  public String name() {
    return data.variant();
  }
}
