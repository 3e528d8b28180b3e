package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers that end before training: each says in its first lines which verdict it gets, or
 * ACCEPTED, and what the message or the findings' codes must contain.
 */
class CheckedAnswersTest {
  @TempDir Path folder;

  private record Expected(String verdict, List<String> words) {
    static Expected of(Path file) throws IOException {
      List<String> comments =
          Files.readAllLines(file).stream()
              .takeWhile(line -> line.startsWith("// "))
              .map(line -> line.substring(3))
              .toList();
      return new Expected(comments.get(0), comments.subList(1, comments.size()));
    }
  }

  /** Every third of them, where there is no time for all. */
  static List<String> sample() throws IOException {
    return every(true);
  }

  static List<String> others() throws IOException {
    return every(false);
  }

  private static List<String> every(boolean sixth) throws IOException {
    List<String> answers = answers();
    return IntStream.range(0, answers.size())
        .filter(i -> (i % 6 == 0) == sixth)
        .mapToObj(answers::get)
        .toList();
  }

  private static List<String> answers() throws IOException {
    try (Stream<Path> files = Files.list(Workbench.ANSWERS.resolve("checked"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreAnswersToCheck() throws IOException {
    assertThat(answers()).hasSizeGreaterThanOrEqualTo(13);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void anAnswerGetsTheVerdictThatItExpects(String name) throws Exception {
    assertVerdictIsExpected(name);
  }

  @ParameterizedTest
  @MethodSource("others")
  @Tag("exhaustive")
  void everyOtherAnswerGetsItsVerdict(String name) throws Exception {
    assertVerdictIsExpected(name);
  }

  private void assertVerdictIsExpected(String name) throws Exception {
    Expected expected = Expected.of(Workbench.ANSWERS.resolve("checked/" + name + ".java"));
    CheckReport report =
        Workbench.grader(folder)
            .check(
                Workbench.answer("checked." + name),
                TestProblem.assignment(limits(expected.verdict())),
                false);
    assertThat(report.verdict() == null ? "ACCEPTED" : report.verdict().name())
        .as(report.message())
        .isEqualTo(expected.verdict());
    expected.words().forEach(words -> assertThat(said(report)).contains(words));
    assertThat(said(report)).doesNotContain("dev.assay.worker");
    assertThat(said(report).length()).isLessThan(10_000);
  }

  /** What loops is ended soon; all others have ample time, so that no verdict hangs on it. */
  private static Limits limits(String verdict) {
    Limits limits = TestProblem.LIMITS;
    int seconds = verdict.equals("TIME_LIMIT") ? 1 : limits.buildSeconds();
    return new Limits(
        limits.epochs(), limits.parameters(), limits.megaFlops(), seconds, limits.trainSeconds());
  }

  private static String said(CheckReport report) {
    return report.message().isEmpty()
        ? report.findings().stream()
            .map(finding -> finding.code().name())
            .collect(Collectors.joining(" "))
        : report.message();
  }

  @Test
  void allFaultsOfAModelAreFound() throws Exception {
    CheckReport report =
        Workbench.grader(folder)
            .check(
                Workbench.answer("checked.ManyFaults"),
                TestProblem.assignment(TestProblem.LIMITS),
                false);
    assertThat(report.findings())
        .extracting(finding -> finding.code().name())
        .contains(
            "OPERATION_NOT_ALLOWED",
            "OUTPUT_SHAPE",
            "TOO_MANY_PARAMETERS",
            "TOO_MANY_EPOCHS",
            "LOSS_LABELS",
            "UNKNOWN_MONITOR");
  }
}
