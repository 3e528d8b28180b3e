package dev.assay.run;

/** The first, third ... of the hostile answers. */
class HostileOddTest extends HostileSuite {
  HostileOddTest() {
    super(0);
  }
}
