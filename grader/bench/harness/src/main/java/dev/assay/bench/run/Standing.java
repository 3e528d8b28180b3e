package dev.assay.bench.run;

import dev.assay.bench.Median;
import dev.assay.bench.Outcome;
import java.util.List;

/**
 * A program at one number of threads, over all rounds.
 *
 * @param program its id
 * @param threads it was given
 * @param outcomes one a round
 */
record Standing(String program, int threads, List<Outcome> outcomes) {
  Standing {
    outcomes = List.copyOf(outcomes);
  }

  /** The epochs that a standing start is counted over: about what a course's answer trains. */
  static final int START_EPOCHS = 30;

  /** The median over the rounds of the median epoch after the first. */
  double seconds() {
    return Median.of(outcomes.stream().map(Outcome::steady).toList());
  }

  /** The median over the rounds of the first epoch. */
  double first() {
    return Median.of(outcomes.stream().map(Outcome::first).toList());
  }

  /** The median over the rounds of {@value #START_EPOCHS} epochs with the first. */
  double standingStart() {
    return Median.of(
        outcomes.stream().map(outcome -> outcome.standingStart(START_EPOCHS)).toList());
  }

  /** The worst of the rounds. */
  double accuracy() {
    return outcomes.stream().mapToDouble(Outcome::accuracy).min().orElseThrow();
  }

  /** The worst of the rounds. */
  double loss() {
    return outcomes.stream().mapToDouble(Outcome::loss).reduce(0, Math::max);
  }

  /** The most of the rounds; 0 where the system does not tell. */
  long residentBytes() {
    return outcomes.stream().mapToLong(Outcome::residentBytes).max().orElseThrow();
  }

  String version() {
    return outcomes.get(0).version();
  }
}
