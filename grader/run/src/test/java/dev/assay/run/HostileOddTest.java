package dev.assay.run;

import org.junit.jupiter.api.Tag;

/** The first, third ... of the hostile answers that are not in the sample. */
@Tag("exhaustive")
class HostileOddTest extends HostileSuite {
  HostileOddTest() {
    super(false);
  }

  @Override
  boolean isTried(int number, HostileCase hostile) {
    return !hostile.isSample() && number % 2 == 0;
  }
}
