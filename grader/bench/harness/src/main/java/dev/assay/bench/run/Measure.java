package dev.assay.bench.run;

import dev.assay.bench.Outcome;

/** Which of a run's seconds are compared. */
enum Measure {
  /** An epoch after the first. */
  EPOCH("an epoch") {
    @Override
    double of(Outcome outcome) {
      return outcome.steady();
    }

    @Override
    double of(Standing standing) {
      return standing.seconds();
    }
  },
  /** Thirty epochs from a standing start. */
  START(Standing.START_EPOCHS + " epochs from a standing start") {
    @Override
    double of(Outcome outcome) {
      return outcome.standingStart(Standing.START_EPOCHS);
    }

    @Override
    double of(Standing standing) {
      return standing.standingStart();
    }
  };

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  abstract double of(Outcome outcome);

  abstract double of(Standing standing);

  /** For people. */
  String title() {
    return title;
  }
}
