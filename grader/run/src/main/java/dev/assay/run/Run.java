package dev.assay.run;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training, as far as it came.
 *
 * @param part of an ensemble; null for a model that is none
 * @param epochs grows while it runs
 */
record Run(@Nullable Part part, List<EpochResult> epochs) {
  static Run begin(@Nullable Part part) {
    return new Run(part, new ArrayList<>());
  }

  /** Whether its best weights are predicted with. */
  boolean isKept() {
    return part == null || part.makesMember();
  }

  /** The epoch whose weights were kept, if any were. */
  Optional<EpochResult> best() {
    return epochs.stream().filter(EpochResult::best).reduce((earlier, later) -> later);
  }

  /** For people, after an epoch's number: " of member 2/5", or nothing. */
  String ofPart() {
    return part == null ? "" : " of " + part.show();
  }
}
