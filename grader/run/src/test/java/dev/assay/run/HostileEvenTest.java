package dev.assay.run;

/** The second, fourth ... of the hostile answers. */
class HostileEvenTest extends HostileSuite {
  HostileEvenTest() {
    super(1);
  }
}
