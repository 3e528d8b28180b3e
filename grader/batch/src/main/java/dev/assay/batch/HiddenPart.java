package dev.assay.batch;

import dev.assay.datasets.hidden.HiddenSource;
import dev.assay.problems.Problems;
import dev.assay.run.fresh.FreshSeed;
import dev.assay.run.sealed.SealedSet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The hidden examples that a batch is scored on.
 *
 * @param sealed a set that was sealed, and is open; null for another part
 * @param fresh whether they are drawn for this batch from a secret seed
 */
public record HiddenPart(@Nullable SealedSet sealed, boolean fresh) {
  /** The part of each data set that the seed splits off. */
  public static final HiddenPart PUBLISHED = new HiddenPart(null, false);

  /** Checks that there is at most one part. */
  public HiddenPart {
    if (sealed != null && fresh) {
      throw new IllegalArgumentException("a hidden part must not be both sealed and fresh");
    }
  }

  /**
   * The source of the examples.
   *
   * @param problems draw it, if it is to be drawn
   * @param resumes whether to take the seed that the folder holds
   * @return null for the published part
   * @throws IOException when the secret seed cannot be kept in the folder
   */
  public @Nullable HiddenSource source(Problems problems, BatchFolder folder, boolean resumes)
      throws IOException {
    return fresh ? new FreshHidden(problems, FreshSeed.of(folder.path(), resumes)) : sealed;
  }
}
