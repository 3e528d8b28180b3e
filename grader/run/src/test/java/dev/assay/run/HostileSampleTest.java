package dev.assay.run;

/** A hostile answer of each kind, behind the best walls of this machine. */
class HostileSampleTest extends HostileSuite {
  HostileSampleTest() {
    super(false);
  }

  @Override
  boolean isTried(int number, HostileCase hostile) {
    return hostile.isSample();
  }
}
