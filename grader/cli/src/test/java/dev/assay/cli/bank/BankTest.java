package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.bank.Bank.Kind;
import dev.assay.cli.bank.BankScore.Graded;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fixed sample of the bank; {@link WholeBankTest} has the rest. */
class BankTest {
  /** Mistakes that a short training shows. */
  private static final Set<String> GRADED =
      Set.of("iris-min-delta-of-a-half", "binary-classification-dead-hidden-layer");

  @TempDir Path folder;

  private static List<BankAnswer> named(Set<String> names) throws IOException {
    List<BankAnswer> found =
        Bank.answers(Kind.MISTAKES).stream()
            .filter(answer -> names.contains(answer.name()))
            .toList();
    assertThat(found).hasSameSizeAs(names);
    return found;
  }

  private static Set<String> codes(List<Finding> findings) {
    return findings.stream().map(finding -> finding.code().name()).collect(Collectors.toSet());
  }

  /** Hardly more than a second each in a process of its own, all of them are as fast as a few. */
  @Test
  void nineteenOfTwentyMistakesThatCanBeSeenBeforeTrainingAreNamedThen() throws Exception {
    List<BankAnswer> answers =
        Bank.answers(Kind.MISTAKES).stream().filter(BankAnswer::isSeenBeforeTraining).toList();
    Map<String, List<Finding>> found = new UntrainedAnswers(folder).findings(answers);
    List<String> missed =
        answers.stream()
            .filter(
                answer ->
                    !codes(Objects.requireNonNull(found.get(answer.name())))
                        .containsAll(answer.codes()))
            .map(answer -> answer.name() + " " + found.get(answer.name()))
            .toList();
    assertThat(missed).hasSizeLessThanOrEqualTo(answers.size() / 20);
  }

  @Test
  void noHealthyAnswerHearsAnythingBeforeTraining() throws Exception {
    new UntrainedAnswers(folder)
        .findings(Bank.answers(Kind.HEALTHY))
        .forEach((name, findings) -> assertThat(findings).as(name).isEmpty());
  }

  /** As a user would: each in a process of its own. */
  @Test
  void checkSaysThemToo() throws IOException {
    Set<String> names = Set.of("iris-maxnorm-tiny", "binary-classification-l2-of-one");
    List<BankAnswer> answers = named(names);
    Map<String, Set<String>> said = new BankRun(folder, answers).check();
    for (BankAnswer answer : answers) {
      assertThat(said.get(answer.name())).as(answer.name()).containsAll(answer.codes());
    }
  }

  @Test
  void mistakesThatTrainingShowsAreNamedByGrade() throws IOException {
    List<Graded> graded = new BankRun(folder, named(GRADED)).grade(42, Map.of());
    for (Graded each : graded) {
      assertThat(each.isExact()).as(each.answer().name() + " " + each.told()).isTrue();
      assertThat(each.wrong()).as(each.answer().name()).isEmpty();
    }
  }

  @Test
  void healthyAnswersHearNothing() throws IOException {
    List<BankAnswer> answers =
        Stream.of("iris", "binary-classification")
            .flatMap(problem -> healthy(problem).limit(1))
            .toList();
    for (Graded each : new BankRun(folder, answers).grade(42, Map.of())) {
      assertThat(each.verdict()).as(each.answer().name()).isEqualTo("PASSED");
      assertThat(each.warnings()).as(each.answer().name()).isEmpty();
    }
  }

  private static Stream<BankAnswer> healthy(String problem) {
    try {
      return Bank.answers(Kind.HEALTHY, problem).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theBankIsAsLargeAsItIsSaidToBe() throws IOException {
    assertThat(Bank.answers(Kind.MISTAKES)).hasSizeGreaterThanOrEqualTo(120);
    assertThat(Bank.answers(Kind.SEVERAL)).hasSizeGreaterThanOrEqualTo(20);
    assertThat(Bank.answers(Kind.HEALTHY)).hasSizeGreaterThanOrEqualTo(60);
  }

  /** Every fix fits in one place, every code is one, every name is there once. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void answersAreWellFormed(Kind kind) throws IOException {
    Set<String> codes =
        Arrays.stream(FindingCode.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> names = new TreeSet<>();
    for (BankAnswer answer : Bank.answers(kind)) {
      assertThat(names.add(answer.name())).as(answer.name()).isTrue();
      assertThat(codes).as(answer.name()).containsAll(answer.codes()).containsAll(answer.also());
      assertThat(answer.codes().isEmpty()).as(answer.name()).isEqualTo(kind == Kind.HEALTHY);
      assertThat(answer.fixes().isEmpty()).as(answer.name()).isEqualTo(kind == Kind.HEALTHY);
      assertThat(answer.fixed().source()).contains("implements ModelBuilder");
    }
  }
}
