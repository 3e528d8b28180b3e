package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Stage;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.programs.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program on a finding's page draws the finding, and the same program with the fix does not.
 */
class ExecutedPagesTest {
  /** By the command with {@code mvn verify}: one error, one warning on a layer, one on the plan. */
  private static final List<FindingCode> SAMPLE =
      List.of(FindingCode.LOSS_LABELS, FindingCode.INPUT_SCALE, FindingCode.LEARNING_RATE_HIGH);

  /** With {@code mvn verify}: what a training of less than a second shows. */
  private static final List<FindingCode> TRAINED =
      List.of(
          FindingCode.NOT_LEARNING,
          FindingCode.OVERFITTING,
          FindingCode.MIN_DELTA,
          FindingCode.DEAD_UNITS,
          FindingCode.CLASS_NEVER_PREDICTED);

  /** What only a whole grading with its audit shows. */
  private static final List<FindingCode> AUDITED =
      List.of(
          FindingCode.UNTRAINED_POINTS,
          FindingCode.BUILT_IN_NUMBERS,
          FindingCode.PASSES_WITH_FEW_LABELS);

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
    assertThat(PageExamples.codes()).hasSizeGreaterThanOrEqualTo(90).containsAll(SAMPLE);
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
    Map<String, Set<String>> found = new HashMap<>();
    new UntrainedAnswers(folder.resolve(name))
        .findingsOf(PageExamples.sources(codes, methods))
        .forEach((code, findings) -> found.put(code, names(findings)));
    return found;
  }

  @Test
  void aSampleOfThePagesOfWhatTrainingShowsIsTrue() throws Exception {
    assertThat(codes(false)).containsAll(TRAINED);
    assertTrue(
        TRAINED,
        trained("before", TRAINED, ExampleProgram::code),
        trained("after", TRAINED, ExampleProgram::fixed));
  }

  private Map<String, Set<String>> trained(
      String name, List<FindingCode> codes, Function<ExampleProgram, String> methods)
      throws Exception {
    Path own = folder.resolve(name);
    List<CompiledAnswers.Source> sources = PageExamples.sources(codes, methods);
    Map<String, Set<String>> found = new HashMap<>();
    try (CompiledAnswers compiled = CompiledAnswers.of(sources, own.resolve("answers"));
        DirectGrading grading = new DirectGrading(own)) {
      for (int i = 0; i < sources.size(); i++) {
        found.put(
            sources.get(i).name(),
            names(
                grading
                    .grade(sources.get(i).problem(), compiled.builder(i), Datasets.DEFAULT_SEED)
                    .findings()));
      }
    }
    return found;
  }

  private static Set<String> names(List<Finding> findings) {
    return findings.stream().map(finding -> finding.code().name()).collect(Collectors.toSet());
  }

  /** By the command, which knows no problem but those that ship with Assay; a fifth by default. */
  @Tag("exhaustive")
  @Test
  void pagesOfWhatIsSeenBeforeTrainingAreTrue() throws IOException {
    List<FindingCode> codes =
        codes(true).stream().filter(code -> !problem(code).equals(FashionTags.ID)).toList();
    execute(
        IntStream.range(0, codes.size())
            .filter(i -> isWhole() || i % 5 == 0)
            .mapToObj(codes::get)
            .toList(),
        BankRun::check);
  }

  /** Those with images only with {@code -Dassay.bank=all}, as the bank's. */
  @Tag("exhaustive")
  @Test
  void pagesOfWhatTrainingShowsAreTrue() throws Exception {
    List<FindingCode> codes =
        codes(false).stream()
            .filter(code -> isWhole() || !problem(code).endsWith("mnist"))
            .filter(code -> !AUDITED.contains(code))
            .toList();
    assertTrue(
        codes,
        trained("before", codes, ExampleProgram::code),
        trained("after", codes, ExampleProgram::fixed));
  }

  @Tag("exhaustive")
  @Test
  void pagesOfWhatTrainingShowsAreTrueByTheCommand() throws IOException {
    execute(Stream.concat(TRAINED.stream(), AUDITED.stream()).toList(), BankRun::grade);
  }

  private static boolean isWhole() {
    return "all".equals(System.getProperty("assay.bank"));
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
