package dev.assay.run.jobs;

import dev.assay.findings.Finding;
import dev.assay.run.isolation.Isolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the child processes of a grading.
 *
 * @param isolation the isolation that held for each of them; null where none was measured
 * @param retries a finding for each process that was replaced, in order
 * @param loadedTensorFlow whether one of them came up far enough to load TensorFlow
 */
public record Processes(
    @Nullable Isolation isolation, List<Finding> retries, boolean loadedTensorFlow) {
  public static final Processes NONE = new Processes(null, List.of(), false);

  public Processes {
    retries = List.copyOf(retries);
  }

  /** These and others. */
  public Processes and(Processes more) {
    List<Finding> all = new ArrayList<>(retries);
    all.addAll(more.retries);
    return new Processes(
        both(isolation, more.isolation), all, loadedTensorFlow || more.loadedTensorFlow);
  }

  private static @Nullable Isolation both(@Nullable Isolation one, @Nullable Isolation other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.and(other);
  }
}
