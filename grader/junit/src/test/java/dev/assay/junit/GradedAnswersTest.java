package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Trees of tests as JUnit runs them; each answer is graded by real processes. */
class GradedAnswersTest {
  private static final Path REFERENCE =
      Path.of(System.getProperty("assay.home"), "solutions", "reference");

  /** The folders of the samples below, which JUnit creates. */
  private static Path folder = Path.of("");

  @BeforeEach
  void use(@TempDir Path temporary) {
    folder = temporary;
  }

  private static Path result(String submission, String problem) throws Exception {
    try (Stream<Path> runs = Files.list(folder.resolve("reports"))) {
      return runs.findFirst()
          .orElseThrow()
          .resolve(submission)
          .resolve(problem)
          .resolve("result.json");
    }
  }

  /** The reference answer to iris. */
  static class Reference {
    @TestFactory
    Stream<DynamicNode> answers() {
      return GradedAnswers.of(REFERENCE)
          .problems("iris")
          .reports(folder.resolve("reports"))
          .language(Locale.ENGLISH)
          .tests();
    }
  }

  @Test
  void anAnswerThatPassesIsATreeOfSixStepsInTheirOrder() throws Exception {
    Tree tree = Tree.of(Reference.class);
    assertThat(tree.lines())
        .as(tree.described())
        .containsExactly(
            "answers() > iris > compiles: ok",
            "answers() > iris > builds: ok",
            "answers() > iris > keeps the contract: ok",
            "answers() > iris > trains: ok",
            "answers() > iris > reloads: ok",
            "answers() > iris > reaches the threshold: ok",
            "answers() > iris: ok",
            "answers(): ok");
    assertThat(JsonReports.read(result("reference", "iris")).verdict()).isEqualTo(Verdict.PASSED);
  }
}
