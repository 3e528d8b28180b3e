package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.worker.protocol.Message.Diagnostic;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerOutputTest {
  @Test
  void anErrorIsShownAsJavacShowsIt() {
    Diagnostic error = new Diagnostic("a/A.java", 3, 10, "';' expected", "\tint x");
    assertThat(CompilerOutput.describe(List.of(error)))
        .isEqualTo(
            """
            The sources do not compile: 1 error.
            a/A.java:3: error: ';' expected
                        int x
                         ^""");
  }

  @Test
  void anErrorWithoutAPlaceIsItsText() {
    Diagnostic error = new Diagnostic("", 0, 0, "no such release", "");
    assertThat(CompilerOutput.describe(List.of(error)))
        .isEqualTo("The sources do not compile: 1 error.\nerror: no such release");
  }

  @Test
  void onlyTheFirstTenAreShown() {
    Diagnostic error = new Diagnostic("A.java", 1, 1, "wrong", "x");
    String text = CompilerOutput.describe(Collections.nCopies(12, error));
    assertThat(text).startsWith("The sources do not compile: 12 errors.").endsWith("and 2 more.");
    assertThat(text.lines().filter(line -> line.contains("error: wrong"))).hasSize(10);
  }
}
