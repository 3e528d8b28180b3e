package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A class of candidates, each of whom fails in another step; graded once for all tests. */
class VerdictTreeTest {
  private static Path folder = Path.of("");
  private static Tree tree = new Tree(List.of(), Map.of());

  /** The class, in Korean. */
  static class WholeClass {
    @TestFactory
    Stream<DynamicNode> answers() {
      return GradedAnswers.ofFoldersIn(folder)
          .data("embedded")
          .jobs(2)
          .reports(folder.resolve("target"))
          .language(Locale.KOREAN)
          .tests();
    }
  }

  @BeforeAll
  static void grade(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Answers.write(folder.resolve("김가영"), Answers.passing());
    Answers.write(folder.resolve("ann-semicolon"), Answers.withoutSemicolon());
    Answers.write(folder.resolve("ben-throws"), Answers.throwing());
    Answers.write(folder.resolve("cem-contract"), Answers.breakingTheContract());
    Answers.write(folder.resolve("dan-diverges"), Answers.diverging());
    Answers.write(folder.resolve("eva-guesses"), Answers.failing());
    Files.writeString(
        Files.createDirectories(folder.resolve("fay-none")).resolve("Nothing.java"),
        "class Nothing {}");
    Answers.write(folder.resolve("src"), "this is the project's own");
    Files.createDirectories(folder.resolve("notes"));
    tree = Tree.of(WholeClass.class);
  }

  /** The outcomes of a submission's steps, in their order. */
  private static List<String> steps(String submission) {
    return tree.lines().stream()
        .filter(line -> line.startsWith("answers() > " + submission + " > "))
        .filter(line -> line.chars().filter(c -> c == '>').count() == 3)
        .map(line -> line.substring(line.lastIndexOf(": ") + 2))
        .toList();
  }

  /** The text of a submission's only failure. */
  private static String failure(String submission) {
    List<Throwable> failures =
        tree.thrown().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("answers() > " + submission + " > "))
            .map(Map.Entry::getValue)
            .filter(AssertionError.class::isInstance)
            .toList();
    assertThat(failures).as(tree.described()).hasSize(1);
    assertThat(failures.get(0).getStackTrace()).isEmpty();
    return Objects.requireNonNull(failures.get(0).getMessage());
  }

  private static List<String> failsIn(int step) {
    return Stream.of(1, 2, 3, 4, 5, 6)
        .map(number -> number < step ? "ok" : number == step ? "FAILURE" : "skipped")
        .toList();
  }

  @Test
  void theTreeHasEachCandidateAndNoneOfTheProjectsFolders() {
    assertThat(
            tree.lines().stream()
                .filter(line -> line.chars().filter(c -> c == '>').count() == 1)
                .collect(Collectors.toSet()))
        .as(tree.described())
        .containsExactlyInAnyOrder(
            "answers() > ann-semicolon: ok",
            "answers() > ben-throws: ok",
            "answers() > cem-contract: ok",
            "answers() > dan-diverges: ok",
            "answers() > eva-guesses: ok",
            "answers() > fay-none: ok",
            "answers() > 김가영: ok");
  }

  @Test
  void namesAndStepsAreInTheLanguageAskedFor() {
    assertThat(tree.lines())
        .containsSubsequence(
            "answers() > 김가영 > iris > 컴파일된다: ok",
            "answers() > 김가영 > iris > 모델을 만든다: ok",
            "answers() > 김가영 > iris > 규칙을 지킨다: ok",
            "answers() > 김가영 > iris > 훈련된다: ok",
            "answers() > 김가영 > iris > 가중치를 다시 불러온다: ok",
            "answers() > 김가영 > iris > 합격 기준에 이른다: ok");
  }

  @Test
  void sourcesThatDoNotCompileFailInTheFirstStepWithTheCompilersMessage() {
    assertThat(steps("ann-semicolon")).isEqualTo(failsIn(1));
    assertThat(failure("ann-semicolon"))
        .contains("컴파일 오류")
        .contains("IrisAnswer.java:")
        .contains("';'");
    assertThat(tree.lines()).contains("answers() > ann-semicolon > iris: ok");
  }

  @Test
  void aBuilderThatThrowsFailsInTheSecond() {
    assertThat(steps("ben-throws")).isEqualTo(failsIn(2));
    assertThat(failure("ben-throws")).contains("no idea").contains("IrisAnswer");
  }

  @Test
  void aContractViolationFailsInTheThirdWithItsFinding() {
    assertThat(steps("cem-contract")).isEqualTo(failsIn(3));
    assertThat(failure("cem-contract")).contains("규칙 위반").contains("7").contains("3");
  }

  @Test
  void aTrainingThatDivergesFailsInTheFourth() {
    assertThat(steps("dan-diverges")).isEqualTo(failsIn(4));
    assertThat(failure("dan-diverges")).contains("NaN");
  }

  @Test
  void aModelBelowTheThresholdFailsInTheLastWithFindingsAndTheResultsFile() {
    assertThat(steps("eva-guesses")).isEqualTo(failsIn(6));
    assertThat(failure("eva-guesses").lines().toList())
        .hasSizeGreaterThan(2)
        .first()
        .asString()
        .startsWith("불합격, 5점 중 ");
    assertThat(failure("eva-guesses").lines())
        .last()
        .asString()
        .startsWith("결과: " + folder.resolve("target"))
        .endsWith(Path.of("eva-guesses", "iris", "result.json").toString());
  }

  @Test
  void sourcesWithoutAnAnswerCompileAndHaveNothingToBuild() {
    assertThat(steps("fay-none")).isEqualTo(failsIn(2));
    assertThat(tree.lines()).contains("answers() > fay-none > fay-none: ok");
    assertThat(failure("fay-none")).contains("답안 없음").contains("@Answers");
  }

  @Test
  void aSkippedStepNamesTheOneThatGradingEndedIn() {
    assertThat(tree.message("answers() > cem-contract > iris > 훈련된다"))
        .isEqualTo("실행하지 않음: 채점이 \"규칙을 지킨다\" 단계에서 끝났습니다.");
  }
}
