package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongArgumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grade --jobs x | --jobs needs a whole number, at least 1. Received: x",
        "grade --jobs 1.5 | --jobs needs a whole number, at least 1. Received: 1.5",
        "grade --jobs 0 | --jobs needs a whole number, at least 1. Received: 0",
        "grade --seed x | --seed needs a whole number of at most 18 digits. Received: x",
        "grade --json=yes | --json takes no value. Received: yes",
        "grade --out | --out needs a value: DIR.",
        "grade --jobs 2 --jobs 3 | --jobs was given more than once.",
        "grade --problm iris | `assay grade` has no option --problm. Did you mean --problem?",
        "grade --quick | `assay grade` has no option --quick. Did you mean --quiet?",
        "grade --verbose | `assay grade` has no option --verbose.",
        "grade --require-isolation best"
            + " | --require-isolation must be one of none, partial, strict. Received: best",
        "grade --key-file a --key-env b | Give only one of --key-file=FILE, --key-env=NAME.",
        "export-model --format onnx run"
            + " | --format must be one of savedmodel, checkpoint, safetensors. Received: onnx",
        "list iris | `assay list` does not take iris.",
        "check | `assay check` needs SUBMISSION.",
        "unseal | `assay unseal` needs --out DIR and FILE.",
        "rotate set | `assay rotate` needs one of --to-key-file=FILE, --to-key-env=NAME,"
            + " --to-passphrase-file=FILE, --to-passphrase.",
      })
  void whatCameAndWhatIsAllowedIsSaid(String command, String message) {
    Run run = run(command);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("assay: %s%nSee `assay %s --help`.%n", message, command.replaceFirst(" .*", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chekc | Unknown command: chekc. Did you mean check? | assay",
        "grad | Unknown command: grad. Did you mean grade? | assay",
        "export-modle | Unknown command: export-modle. Did you mean export-model? | assay",
        "help lst | Unknown command: lst. Did you mean list? | assay",
        "data fech | Unknown command: data fech. Did you mean fetch? | assay data",
        "data get | Unknown command: data get. Available: list, show, fetch, verify. | assay data",
      })
  void aCommandThatIsNoneIsAnsweredWithTheNearestOrAll(String command, String message, String see) {
    Run run = run(command);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("assay: %s%nSee `%s --help`.%n", message, see);
  }

  @Test
  void aCommandThatIsNearToNoneIsAnsweredWithAll() {
    Run run = run("test");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("assay: Unknown command: test. Available: grade, check, ")
        .endsWith(", help.%nSee `assay --help`.%n".formatted());
    List<String> named = List.of(run.err().replaceAll("(?s).*Available: |\\..*", "").split(", "));
    assertThat(named)
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(Run.of("--help").out()).contains("\n  " + name));
  }

  private static Run run(String command) {
    return Run.of((Object[]) command.split(" ", -1));
  }
}
