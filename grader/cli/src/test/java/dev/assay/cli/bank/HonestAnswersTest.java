package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.Run;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What finds answers that were built in hits nobody who learns from the data. */
class HonestAnswersTest {
  private static final Problems PROBLEMS = Problems.load();

  @TempDir Path folder;

  static List<String> problems() {
    return PROBLEMS.ids();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void thereAreTwentyForEachProblem(String id) throws IOException {
    assertThat(Bank.answers(Bank.Kind.HEALTHY, id)).hasSizeGreaterThanOrEqualTo(20);
  }

  /** The one that brings the most numbers along: means and deviations of 30 columns by hand. */
  @Test
  void aScalingByHandIsNoTableOfAnswers() throws IOException {
    Bank.answers(Bank.Kind.HEALTHY, "binary-classification").get(11).writeTo(folder);
    Run run = Run.of("check", folder.resolve("binary-classification-honest-12"));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).doesNotContain("that training did not produce");
  }

  @Tag("exhaustive")
  @ParameterizedTest
  @MethodSource("problems")
  void noneHasLargeBuiltInNumbers(String id) throws IOException {
    for (BankAnswer answer : Bank.answers(Bank.Kind.HEALTHY, id)) {
      answer.writeTo(folder.resolve("class"));
    }
    Run run = Run.of("check", folder.resolve("class"));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).doesNotContain("that training did not produce");
  }

  /**
   * Of the images' problems the first few: each takes minutes. One answer to iris, whose features
   * are scaled alike, learns the three kinds from any three flowers; it keeps its points.
   */
  @Tag("exhaustive")
  @ParameterizedTest
  @ValueSource(strings = {"iris", "binary-classification", "basic-regression", "mnist"})
  void noneLosesPointsForWhatFewLabelsTeach(String id) throws IOException {
    int most = id.equals("mnist") ? 3 : 20;
    for (BankAnswer answer : Bank.answers(Bank.Kind.HEALTHY, id).subList(0, most)) {
      answer.writeTo(folder.resolve("class"));
    }
    Run run =
        Run.of("grade", folder.resolve("class"), "--audit", "--json", "--out", folder.resolve("o"));
    JsonNode results = new ObjectMapper().readTree(run.out()).get("results");
    assertThat(results).hasSize(most);
    int noted = 0;
    for (JsonNode result : results) {
      assertThat(result.get("verdict").asText())
          .as(result.get("submission").get("id").asText() + ": " + result.get("message").asText())
          .isIn("PASSED", "FAILED");
      String findings = result.get("findings").toString();
      assertThat(findings).doesNotContain("BUILT_IN_NUMBERS");
      noted += findings.contains("PASSES_WITH_FEW_LABELS") ? 1 : 0;
      assertThat(result.get("audit").isNull())
          .isEqualTo(result.get("verdict").asText().equals("FAILED"));
    }
    assertThat(noted).as("notes to the instructor, which cost no point").isLessThanOrEqualTo(1);
  }
}
