package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.terminal.Language;
import dev.assay.cli.terminal.Streams;
import dev.assay.commons.text.DisplayWidth;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Every sentence of the help is there in Korean too, and fits a terminal. */
class KoreanHelpTest {
  private static final Map<String, List<String[]>> ENGLISH = texts(Language.EN);
  private static final Map<String, List<String[]>> KOREAN = texts(Language.KO);

  private static Map<String, List<String[]>> texts(Language language) {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    Streams streams = Streams.utf8(nowhere, nowhere).in(language);
    Map<String, List<String[]>> texts = new LinkedHashMap<>();
    add(Main.commandLine(streams, DataSets.standard()), texts);
    return texts;
  }

  private static void add(CommandLine command, Map<String, List<String[]>> texts) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.usageMessage().hidden()) {
      return;
    }
    List<String[]> all = new ArrayList<>();
    all.add(spec.usageMessage().description());
    all.add(spec.usageMessage().header());
    all.add(new String[] {spec.usageMessage().synopsisHeading()});
    all.add(new String[] {spec.usageMessage().exitCodeListHeading()});
    all.add(spec.usageMessage().exitCodeList().values().toArray(new String[0]));
    for (ArgSpec argument : spec.args()) {
      all.add(argument.description());
    }
    texts.put(spec.qualifiedName(), all);
    command.getSubcommands().values().forEach(sub -> add(sub, texts));
  }

  @Test
  void everyTextIsThereInKorean() {
    assertThat(KOREAN.keySet()).isEqualTo(ENGLISH.keySet()).hasSizeGreaterThanOrEqualTo(17);
    ENGLISH.forEach(
        (command, english) -> {
          List<String[]> korean = Objects.requireNonNull(KOREAN.get(command), command);
          assertThat(korean).as(command).hasSameSizeAs(english);
          for (int i = 0; i < english.size(); i++) {
            assertThat(korean.get(i)).as(command).hasSameSizeAs(english.get(i));
            for (int j = 0; j < english.get(i).length; j++) {
              String text = english.get(i)[j];
              assertThat(korean.get(i)[j])
                  .as("%s: %s", command, text)
                  .matches(text.isBlank() ? "\\s*" : "(?s).*[가-힣].*");
            }
          }
        });
  }

  @Test
  void defaultsAreToldInBothLanguages() {
    ENGLISH.forEach(
        (command, english) -> {
          for (int i = 0; i < english.size(); i++) {
            boolean told = String.join("", english.get(i)).contains("${DEFAULT-VALUE}");
            assertThat(
                    String.join("", Objects.requireNonNull(KOREAN.get(command)).get(i))
                        .contains("${DEFAULT-VALUE}"))
                .as("%s: %s", command, Arrays.toString(english.get(i)))
                .isEqualTo(told);
          }
        });
  }

  @Test
  void theHelpOfEveryCommandFitsATerminal() {
    assertThat(KOREAN.keySet())
        .allSatisfy(
            command -> {
              String words = command.replaceFirst("^assay ?", "") + " --lang ko --help";
              Run run = Run.of((Object[]) words.strip().split(" "));
              assertThat(run.code()).isZero();
              assertThat(run.err()).isEmpty();
              assertThat(run.out()).contains("사용법:\n  " + command + " ");
              assertThat(run.out().lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
            });
  }
}
