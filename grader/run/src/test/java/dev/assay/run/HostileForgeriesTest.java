package dev.assay.run;

import org.junit.jupiter.api.Tag;

/** What the hostile answers forge, in the plain level as well. */
@Tag("exhaustive")
class HostileForgeriesTest extends HostileSuite {
  HostileForgeriesTest() {
    super(0);
  }

  @Override
  boolean isTried(int number, HostileCase hostile, boolean again) {
    return again && hostile.isForged();
  }
}
