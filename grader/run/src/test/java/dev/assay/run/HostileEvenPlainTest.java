package dev.assay.run;

import org.junit.jupiter.api.Tag;

/** The second, fourth ... of the hostile answers, without walls. */
@Tag("exhaustive")
class HostileEvenPlainTest extends HostileSuite {
  HostileEvenPlainTest() {
    super(true);
  }

  @Override
  boolean isTried(int number, HostileCase hostile) {
    return number % 2 == 1;
  }
}
