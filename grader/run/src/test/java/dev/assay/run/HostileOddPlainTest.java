package dev.assay.run;

import org.junit.jupiter.api.Tag;

/** The first, third ... of the hostile answers, without walls. */
@Tag("exhaustive")
class HostileOddPlainTest extends HostileSuite {
  HostileOddPlainTest() {
    super(true);
  }

  @Override
  boolean isTried(int number, HostileCase hostile) {
    return number % 2 == 0;
  }
}
