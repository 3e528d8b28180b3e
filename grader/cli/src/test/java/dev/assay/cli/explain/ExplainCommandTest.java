package dev.assay.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.cli.terminal.Language;
import dev.assay.commons.text.DisplayWidth;
import dev.assay.findings.Catalogue;
import dev.assay.findings.FindingCode;
import dev.assay.findings.pages.FindingPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dev/assay/cli/explain");
  private static final int COLUMNS = 80;

  @TempDir private Path folder;

  private static List<String> page(FindingCode code, Catalogue texts, int columns) {
    return new PageText(new FindingPage(code, texts).example(), texts, columns).lines();
  }

  /** {@code -Dtest.argLine=-Dassay.goldens=write} writes both anew. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void aPageIsAsInTheGolden(Language language) throws IOException {
    List<String> page = page(FindingCode.LEARNING_RATE_LOW, language.texts(), COLUMNS);
    Path golden = GOLDENS.resolve("LEARNING_RATE_LOW." + language + ".txt");
    if ("write".equals(System.getProperty("assay.goldens"))) {
      Files.writeString(golden, String.join("\n", page) + "\n");
    }
    assertThat(Files.readString(golden).replace("\r\n", "\n"))
        .isEqualTo(String.join("\n", page) + "\n");
  }

  /** Code is not wrapped, and neither is a line to try. */
  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void textFitsTheTerminal(FindingCode code) {
    for (Catalogue texts : List.of(Catalogue.english(), Catalogue.korean())) {
      FindingPage page = new FindingPage(code, texts);
      String snippet = String.valueOf(page.example().snippet());
      assertThat(page(code, texts, COLUMNS))
          .filteredOn(line -> !line.contains(snippet) && !line.matches("  [-+ ] .*"))
          .allMatch(line -> DisplayWidth.of(line) <= COLUMNS);
    }
  }

  @Test
  void withoutACodeAllAreListed() {
    Run run = Run.of("explain");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("CODE ")
        .containsPattern("\nINPUT_SCALE +warning +Large inputs produce large sums, .*\\.\n")
        .contains("`assay explain CODE` shows the page of a code.");
    for (FindingCode code : FindingCode.values()) {
      assertThat(run.out()).contains("\n" + code + " ");
    }
  }

  /** Every meaning begins below its header, also after words that take two columns a letter. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void theListIsAlignedAndFitsTheTerminal(Language language) {
    List<String> lines = CodeList.lines(language.texts(), COLUMNS);
    List<String> table = lines.subList(0, lines.size() - 2);
    String header = language == Language.KO ? "뜻" : "MEANING";
    int column = DisplayWidth.of(table.get(0).substring(0, table.get(0).indexOf(header)));
    assertThat(table)
        .hasSizeGreaterThan(FindingCode.values().length)
        .allSatisfy(
            line ->
                assertThat(DisplayWidth.start(line, column)).hasSizeGreaterThan(20).endsWith("  "))
        .allMatch(line -> DisplayWidth.of(line) <= COLUMNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INPUT_SCALE", "input_scale", "input-scale"})
  void aCodeIsExplainedHoweverItIsWritten(String name) {
    Run run = Run.of("explain", name);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("INPUT_SCALE\nWarning: ")
        .contains("\nSymptom\n  ", "\nWhy\n  Large inputs", "\nWhat to do\n", "\nTry\n")
        .contains("\nExample (basic-regression): - the mistake, + the fix\n")
        .contains("\n  +           Normalization.layer(),\n")
        .contains("\nRead more\n  Y. LeCun, ");
  }

  @Test
  void itIsSaidInKorean() {
    Run run = Run.of("explain", "DEAD_UNITS", "--lang", "ko");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\n증상\n", "\n이유\n", "\n할 일\n", "\n더 읽을거리\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INPUT_SCAL | Unknown code: INPUT_SCAL. Did you mean INPUT_SCALE?",
        "dropout | Unknown code: dropout. `assay explain` lists all codes.",
        "no/result.json | No such file or folder: no/result.json. Pass the code of a finding,",
      })
  void whatIsUnknownIsSaid(String name, String message) {
    Run run = Run.of("explain", name);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("assay: " + message);
  }

  @Test
  void aFolderWithoutResultsAndAFileThatIsNoneAreSaid() throws IOException {
    assertThat(Run.of("explain", folder).err()).contains(" contains no result.json. Pass the ");
    Path file = Files.writeString(folder.resolve("result.json"), "{\"schemaVersion\": 2}");
    Run run = Run.of("explain", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("assay: " + file).doesNotContain("Exception");
  }

  /** The file of one result, its folder, and that of the run, in which a page is shown once. */
  @Test
  void whatAGradingFoundIsExplained() throws IOException {
    SampleAnswers.write(folder.resolve("class/ann"), SampleAnswers.iris(1));
    SampleAnswers.write(folder.resolve("class/bob"), SampleAnswers.iris(1));
    Path out = folder.resolve("out");
    assertThat(Run.of("grade", folder.resolve("class"), "--problem", "iris", "--out", out).code())
        .isEqualTo(1);
    Run one = Run.of("explain", out.resolve("ann/iris/result.json"));
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out())
        .startsWith("ann / iris\n  FAILED, ")
        .contains("\nSTILL_IMPROVING\n", "\nWhat to do\n");
    assertThat(Run.of("explain", out.resolve("ann/iris")).out()).isEqualTo(one.out());
    Run all = Run.of("explain", out);
    assertThat(all.out())
        .startsWith(one.out())
        .contains("\nbob / iris\n  FAILED, ", " The page of STILL_IMPROVING is above.\n")
        .containsOnlyOnce("\nWhat to do\n");
  }
}
