package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "grade",
        "check",
        "list",
        "explain",
        "new",
        "run",
        "export-model",
        "data",
        "data list",
        "data fetch",
        "data verify",
        "seal",
        "unseal",
        "rotate"
      })
  void everyCommandHasHelpOnStandardOutputThatFitsATerminal(String command) {
    Run run = Run.of(words(command + " --help"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith(("Usage: assay " + command).strip() + " ");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "grade --version", "data fetch -V"})
  void everyCommandTellsTheVersion(String command) {
    assertThat(Run.of(words(command)).out()).isEqualTo("assay 0.1.0\n");
  }

  @Test
  void theHelpNamesExitCodesAndCommands() {
    assertThat(Run.of("--help").out())
        .containsPattern("0 +every graded answer passed\n")
        .containsPattern("2 +the command line is wrong\n")
        .containsPattern("130 +interrupted")
        .contains("  grade ", "  check ", "  list ", "  data ", "  new ");
  }

  @Test
  void theHelpOfGradeNamesEveryOption() {
    assertThat(Run.of("grade", "--help").out())
        .contains("--problem=ID", "--data=VARIANT", "--data-dir=DIR", "--seed=N", "--jobs=N")
        .contains("--out=DIR", "--json", "SUBMISSION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "grad", "grade --jbos 2", "list extra", "new", "check", "--wrong"})
  void aWrongCommandLineExitsWith2AndSaysWhereToReadOn(String command) {
    Run run = Run.of(words(command));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("assay: ").contains("--help");
  }

  @Test
  void helpIsACommandToo() {
    assertThat(Run.of("help").out()).isEqualTo(Run.of("--help").out());
    assertThat(Run.of("help", "grade").out()).isEqualTo(Run.of("grade", "--help").out());
  }

  @Test
  void listNamesEveryProblemAndWhatPasses() {
    Run run = Run.of("list");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("basic-regression", "binary-classification", "fashion-mnist", "mnist")
        .containsPattern("multi-label +embedded +multilabel +macro F1 0.80 ")
        .containsPattern("iris +embedded +multiclass +accuracy 0.90 +500 +100,000")
        .contains("MFLOPs", "  200: fashion-mnist, mnist");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  private static Object[] words(String command) {
    return Arrays.stream(command.split(" ")).filter(word -> !word.isEmpty()).toArray();
  }
}
