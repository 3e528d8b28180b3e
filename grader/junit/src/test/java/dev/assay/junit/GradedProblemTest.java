package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Methods with the annotation, as JUnit runs them. */
class GradedProblemTest {
  private static final String REFERENCE = "../../solutions/reference";
  private static final String FAILING = "target/answers/failing";

  private static final List<GradeReport> GIVEN = new ArrayList<>();

  @BeforeEach
  void speakEnglish() {
    System.setProperty("assay.lang", "en");
    GIVEN.clear();
  }

  @AfterEach
  void forget() {
    System.clearProperty("assay.lang");
    System.clearProperty("assay.natives");
  }

  /** Asks for more than the threshold. */
  static class Passing {
    @GradedProblem(value = "iris", answer = REFERENCE)
    void iris(GradeReport report) {
      GIVEN.add(report);
    }
  }

  /** Never runs its body. */
  static class Failing {
    @GradedProblem(value = "iris", answer = FAILING)
    void iris() {
      throw new IllegalStateException("the body is for answers that pass");
    }
  }

  /** Fails in its body. */
  static class Demanding {
    @GradedProblem(value = "iris", answer = REFERENCE)
    void iris(GradeReport report) {
      assertThat(report.submission().id()).isEqualTo("somebody");
    }
  }

  /** Names no problem. */
  static class Misspelled {
    @GradedProblem(value = "irish", answer = REFERENCE)
    void iris() {}
  }

  /** Has no sources. */
  static class Nowhere {
    @GradedProblem(value = "iris", answer = "target/nowhere")
    void iris() {}
  }

  @Test
  void eachStepIsATestAndTheBodyRunsOnceWithTheResult() {
    Tree tree = Tree.of(Passing.class);
    assertThat(tree.lines())
        .as(tree.described())
        .containsExactly(
            "iris(GradeReport) > compiles: ok",
            "iris(GradeReport) > builds: ok",
            "iris(GradeReport) > keeps the contract: ok",
            "iris(GradeReport) > trains: ok",
            "iris(GradeReport) > reloads: ok",
            "iris(GradeReport) > reaches the threshold: ok",
            "iris(GradeReport): ok");
    assertThat(GIVEN).extracting(GradeReport::verdict).containsExactly(Verdict.PASSED);
  }

  @Tag("exhaustive")
  @Test
  void theBodyMayAskForMore() {
    Tree tree = Tree.of(Demanding.class);
    assertThat(tree.thrown()).containsOnlyKeys("iris(GradeReport) > reaches the threshold");
    assertThat(tree.message("iris(GradeReport) > reaches the threshold")).contains("somebody");
  }

  @Test
  void anAnswerThatFailsNeverReachesTheBody() throws Exception {
    Answers.write(Path.of(FAILING), Answers.failing());
    Tree tree = Tree.of(Failing.class);
    assertThat(tree.thrown())
        .as(tree.described())
        .containsOnlyKeys("iris() > reaches the threshold");
    assertThat(tree.lines()).contains("iris() > reaches the threshold: FAILURE");
    assertThat(tree.message("iris() > reaches the threshold"))
        .startsWith("FAILED, 0 of 5 points. ");
  }

  /** Without TensorFlow no model can be built, whatever the answer. */
  @Tag("exhaustive")
  @Test
  void aFailureOfTheGraderIsAnErrorAndTheRestIsSkipped() throws Exception {
    System.setProperty("assay.natives", Path.of("src").toAbsolutePath().toString());
    Tree tree = Tree.of(Passing.class);
    assertThat(tree.lines()).as(tree.described()).filteredOn(l -> l.endsWith("ERROR")).hasSize(1);
    assertThat(tree.lines()).noneMatch(line -> line.endsWith("FAILURE"));
    String error =
        tree.lines().stream()
            .filter(line -> line.endsWith(": ERROR"))
            .map(line -> line.replace(": ERROR", ""))
            .findFirst()
            .orElseThrow();
    assertThat(tree.thrown().get(error)).isInstanceOf(GraderErrorException.class);
    assertThat(tree.message(error)).startsWith("GRADER_ERROR");
    assertThat(tree.lines())
        .contains("iris(GradeReport) > reaches the threshold: skipped")
        .last()
        .isEqualTo("iris(GradeReport): ok");
    assertThat(GIVEN).isEmpty();
  }

  @Test
  void aProblemThatDoesNotExistIsAnErrorThatNamesAllThereAre() {
    Tree tree = Tree.of(Misspelled.class);
    assertThat(tree.lines()).containsExactly("iris(): ERROR");
    assertThat(tree.message("iris()")).startsWith("Unknown problem: irish. Available: ");
  }

  @Test
  void aMissingFolderIsAnErrorThatNamesIt() {
    Tree tree = Tree.of(Nowhere.class);
    assertThat(tree.lines()).containsExactly("iris(): ERROR");
    assertThat(tree.message("iris()"))
        .startsWith("No such file or folder: " + Path.of("target/nowhere"));
  }
}
