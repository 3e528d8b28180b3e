package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.bank.CompiledAnswers.Source;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Stage;
import dev.assay.findings.pages.ExampleProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program on a finding's page draws the finding, and the same program with the fix does not.
 */
class ExecutedPagesTest {
  /** With {@code mvn verify}: one of each group of rules, the others are exhaustive. */
  private static final List<FindingCode> SAMPLE =
      List.of(
          FindingCode.UNKNOWN_MONITOR,
          FindingCode.LOSS_LABELS,
          FindingCode.OUTPUT_SHAPE,
          FindingCode.NO_PROBABILITIES,
          FindingCode.INPUT_SCALE,
          FindingCode.SIGMOID_OF_CLASSES,
          FindingCode.CHANNEL_AXIS,
          FindingCode.TIGHT_CONSTRAINT,
          FindingCode.LABEL_SMOOTHING,
          FindingCode.LEARNING_RATE_HIGH);

  @TempDir Path folder;

  /** A command that draws findings. */
  private interface Way {
    Map<String, Set<String>> codes(Path submissions) throws IOException;
  }

  private void execute(List<FindingCode> codes, Way way) throws IOException {
    assertTrue(
        codes,
        way.codes(PageExamples.write(folder.resolve("before"), codes, ExampleProgram::code)),
        way.codes(PageExamples.write(folder.resolve("after"), codes, ExampleProgram::fixed)));
  }

  private static void assertTrue(
      List<FindingCode> codes, Map<String, Set<String>> before, Map<String, Set<String>> after) {
    assertThat(codes)
        .isNotEmpty()
        .allSatisfy(
            code -> assertThat(before.get(code.name())).as("%s", code).contains(code.name()))
        .allSatisfy(
            code ->
                assertThat(after.get(code.name()))
                    .as("%s, fixed", code)
                    .doesNotContain(code.name()));
  }

  @Test
  void aSampleOfThePagesIsTrue() throws IOException {
    assertThat(PageExamples.codes()).hasSizeGreaterThanOrEqualTo(50).containsAll(SAMPLE);
    execute(SAMPLE, BankRun::check);
  }

  /** In this process, as that takes seconds; the commands are tried with the sample. */
  @Test
  void allPagesOfWhatIsSeenBeforeTrainingAreTrue() throws Exception {
    List<FindingCode> codes = codes(true);
    assertTrue(
        codes,
        untrained("before", codes, ExampleProgram::code),
        untrained("after", codes, ExampleProgram::fixed));
  }

  private Map<String, Set<String>> untrained(
      String name, List<FindingCode> codes, Function<ExampleProgram, String> methods)
      throws Exception {
    List<Source> sources = new ArrayList<>();
    for (FindingCode code : codes) {
      ExampleProgram program = PageExamples.program(code).orElseThrow();
      String text = PageExamples.source(program.problem(), methods.apply(program));
      sources.add(new Source(code.name(), program.problem(), text));
    }
    Map<String, Set<String>> found = new HashMap<>();
    new UntrainedAnswers(folder.resolve(name))
        .findingsOf(sources)
        .forEach(
            (code, findings) ->
                found.put(
                    code,
                    findings.stream()
                        .map(finding -> finding.code().name())
                        .collect(Collectors.toSet())));
    return found;
  }

  @Tag("exhaustive")
  @Test
  void pagesOfWhatIsSeenBeforeTrainingAreTrue() throws IOException {
    execute(codes(true), BankRun::check);
  }

  /** Those with images only with {@code -Dassay.bank=all}, as the bank's. */
  @Tag("exhaustive")
  @Test
  void pagesOfWhatTrainingShowsAreTrue() throws IOException {
    boolean all = "all".equals(System.getProperty("assay.bank"));
    execute(
        codes(false).stream().filter(code -> all || !problem(code).endsWith("mnist")).toList(),
        BankRun::grade);
  }

  private static String problem(FindingCode code) {
    return PageExamples.program(code).orElseThrow().problem();
  }

  private static List<FindingCode> codes(boolean beforeTraining) {
    return PageExamples.codes().stream()
        .filter(code -> (code.stage() == Stage.INSPECT) == beforeTraining)
        .toList();
  }
}
