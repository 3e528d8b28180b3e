package dev.assay.exam.blueprint;

import java.util.List;
import java.util.Optional;

/**
 * The data of an exam.
 *
 * @param variant of the training data: {@code auto}, {@code embedded}, {@code full} ...
 * @param hidden where the hidden examples come from
 * @param sealed the sealed sets, one a problem; empty unless the hidden examples are sealed
 * @param publicPercent the share of the hidden examples that attempts are scored on, in per cent,
 *     in [10, 90]; the final score is that of the others. 100 for no split: all examples are both
 */
public record DataPlan(
    String variant, HiddenKind hidden, List<SealedFile> sealed, int publicPercent) {
  /** The share of the hidden examples that attempts see, where a blueprint names none. */
  public static final int PUBLIC_PERCENT = 50;

  /** All examples are for attempts and for the final score. */
  public static final int NO_SPLIT = 100;

  /** Checks and copies the components. */
  public DataPlan {
    sealed = List.copyOf(sealed);
    if (publicPercent != NO_SPLIT && (publicPercent < 10 || publicPercent > 90)) {
      throw new IllegalArgumentException(
          "publicPercent must be in [10, 90], or 100. Received: " + publicPercent);
    }
    if (sealed.isEmpty() == (hidden == HiddenKind.SEALED)) {
      throw new IllegalArgumentException(
          "sealed sets must come with hidden examples of that kind, and only with them");
    }
  }

  /** Returns the sealed set of a problem; empty where there is none. */
  public Optional<SealedFile> sealed(String problem) {
    return sealed.stream().filter(file -> file.problem().equals(problem)).findFirst();
  }

  /**
   * A sealed set and its key.
   *
   * @param problem its problem's id
   * @param file the set, relative to the blueprint's folder
   * @param keyFile the key, relative to the blueprint's folder
   */
  public record SealedFile(String problem, String file, String keyFile) {}
}
