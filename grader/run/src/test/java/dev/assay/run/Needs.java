package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.run.isolation.Sandboxes;

/**
 * What tests need of the machine. Where it is missing they are skipped, and the build says at its
 * end what could not be tried; on a build server, which sets {@code CI}, they fail.
 */
final class Needs {
  private Needs() {}

  /**
   * A program that tests run.
   *
   * @param works whether it is there and does what it is for
   * @param how what is missing, and how to get it
   */
  static void tool(boolean works, String how) {
    if (System.getenv("CI") != null) {
      assertThat(works).as(how).isTrue();
    }
    assumeTrue(works, how);
  }

  /** The strict sandbox. */
  static Sandboxes bubblewrap() {
    Sandboxes best = Sandboxes.best();
    tool(
        best.name().equals("bubblewrap") && best.whyNotBetter() == null,
        "the sandbox does not work: %s. Get it with `apt-get install bubblewrap util-linux`; SECURITY.md says what else it takes."
            .formatted(best.whyNotBetter()));
    return best;
  }
}
