package dev.assay.run;

import org.junit.jupiter.api.Tag;

/** The second, fourth ... of the hostile answers that are not in the sample. */
@Tag("exhaustive")
class HostileEvenTest extends HostileSuite {
  HostileEvenTest() {
    super(false);
  }

  @Override
  boolean isTried(int number, HostileCase hostile) {
    return !hostile.isSample() && number % 2 == 1;
  }
}
