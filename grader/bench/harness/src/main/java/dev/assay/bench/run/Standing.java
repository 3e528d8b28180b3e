package dev.assay.bench.run;

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

  /** The median over the rounds of the median epoch. */
  double seconds() {
    return Median.of(outcomes.stream().map(outcome -> Median.of(outcome.seconds())).toList());
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
