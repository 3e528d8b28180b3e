package dev.assay.run.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.protocol.Message.Diagnostic;
import java.nio.file.Path;
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
  void whatToDoIsReadFirstAndOnlyOnce() {
    Sentence hint = Sentence.of(HintCode.ADD_IMPORT, "import", "import a.Dense;");
    Diagnostic first = new Diagnostic("A.java", 3, 1, "cannot find symbol", "Dense", hint);
    Diagnostic second = new Diagnostic("A.java", 5, 1, "cannot find symbol", "Dense", hint);
    String text = CompilerOutput.describe(List.of(first, second));
    assertThat(text)
        .startsWith("A.java:3: " + hint.text() + "\nThe sources do not compile: 2 errors.\n")
        .containsOnlyOnce(hint.text())
        .doesNotContain("KERAS.md");
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

  @Test
  void belowANameThatIsNotKnownTheTableOfNamesIsNamedOnce() {
    Diagnostic other = new Diagnostic("A.java", 1, 1, "';' expected", "x");
    Diagnostic symbol =
        new Diagnostic("A.java", 2, 1, "cannot find symbol\n  symbol: class D", "D");
    Diagnostic missing = new Diagnostic("A.java", 3, 1, "package org.keras does not exist", "x");
    assertThat(CompilerOutput.describe(List.of(other))).doesNotContain("KERAS.md");
    assertThat(CompilerOutput.describe(List.of(missing))).contains("grader/keras/docs/KERAS.md");
    String both = CompilerOutput.describe(List.of(other, symbol, missing));
    assertThat(both).containsOnlyOnce("KERAS.md");
    assertThat(both.lines().reduce((first, last) -> last))
        .hasValueSatisfying(line -> assertThat(line).startsWith("The library's names:"));
  }

  @Test
  void theTableOfNamesIsThere() {
    assertThat(Path.of(System.getProperty("assay.home"), "grader/keras/docs/KERAS.md")).exists();
  }
}
