package dev.assay.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.assay.findings.Finding;
import dev.assay.keras.training.Part;
import dev.assay.problems.Limits;
import dev.assay.protocol.Message;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.Reload;
import dev.assay.report.model.Training;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers whose plan asks for an ensemble, through all stages. */
class EnsembleGradingTest {
  @TempDir Path folder;
  private final List<String> heard = new ArrayList<>();

  private GradeReport grade(String name, Limits limits) throws Exception {
    return grade(Workbench.answer("trained." + name), TestProblem.assignment(limits));
  }

  private GradeReport grade(Candidate candidate, Assignment assignment) throws Exception {
    GradingListener listener =
        new GradingListener() {
          @Override
          public void part(Part part) {
            heard.add(part.show());
          }
        };
    return Workbench.grader(folder).grade(candidate, assignment, listener);
  }

  /** The trainings of the history, as "member" or "member without fold", in their order. */
  private static List<String> trainings(Training training) {
    return training.history().stream()
        .map(line -> line.member() + (line.fold() == null ? "" : " without " + line.fold()))
        .distinct()
        .toList();
  }

  private static Training training(GradeReport report) {
    return Objects.requireNonNull(report.stages().training(), report.judgement().message());
  }

  @Test
  @Tag("exhaustive")
  void aBaggedAnswerPasses() throws Exception {
    GradeReport report = grade("Bagged", TestProblem.LIMITS);
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(heard).containsExactly("member 1/3", "member 2/3", "member 3/3");
    assertThat(trainings(training(report))).containsExactly("1", "2", "3");
    assertThat(training(report).history()).hasSize(3 * 12);
    assertThat(training(report).epochs()).isEqualTo(3 * 12);
    assertThat(training(report).bestEpoch()).isNull();
    assertThat(Objects.requireNonNull(report.stages().model()).parameters())
        .isEqualTo(3 * (4 + 4 + (4 * 16 + 16) + (16 * 3 + 3)));
    checkFiles(report, "member_1/dense/kernel", "member_3/dense_1/bias");
    checkComparison(report);
  }

  @Test
  @Tag("exhaustive")
  void aStackedAnswerPasses() throws Exception {
    GradeReport report = grade("Stacked", TestProblem.LIMITS);
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(trainings(training(report)))
        .containsExactly(
            "1 without 1",
            "1 without 2",
            "1 without 3",
            "1",
            "2 without 1",
            "2 without 2",
            "2 without 3",
            "2");
    checkFiles(report, "member_2/dense/kernel", "combiner/weighted_average/scores");
    checkComparison(report);
  }

  @Test
  @Tag("exhaustive")
  void anAnswerThatIsStackedUnderAModelPasses() throws Exception {
    GradeReport report = grade("StackedUnderModel", TestProblem.LIMITS);
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(training(report).history()).extracting(EpochLine::member).containsOnly(1, 2);
    checkFiles(report, "member_2/dense/kernel", "combiner/dense/kernel", "combiner/dense/bias");
    checkComparison(report);
  }

  /** Boosting may end before the third member, at one without errors. */
  @Test
  @Tag("exhaustive")
  void aBoostedAnswerPasses() throws Exception {
    GradeReport report = grade("Boosted", TestProblem.LIMITS);
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(List.of("member 1/3", "member 2/3", "member 3/3")).containsAll(heard);
    assertThat(training(report).history()).hasSize(6 * heard.size());
    assertThat(Objects.requireNonNull(report.stages().model()).parameters())
        .isEqualTo(3 * (4 + 4 + (4 * 16 + 16) + (16 * 3 + 3) + 1));
    checkFiles(report, "member_1/dense/kernel", "combiner/class_vote/votes");
    assertThat(report.judgement().findings())
        .extracting(finding -> finding.code().name())
        .doesNotContain("ENSEMBLE", "MEMBERS_ALIKE");
  }

  @Test
  @Tag("exhaustive")
  void boostedNumbersPass() throws Exception {
    Candidate candidate =
        Workbench.handedIn(
            new Message.Builder("answers.trained.BoostedNumbers", "basic-regression"));
    GradeReport report =
        grade(candidate, TestProblem.assignment("basic-regression", TestProblem.LIMITS));
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(heard).first().isEqualTo("member 1/4");
    checkFiles(report, "member_4/dense/kernel", "combiner/weighted_median/votes");
    checkComparison(report);
  }

  /** The result is valid and reads back; a fresh process found the ensemble's recorded loss. */
  private void checkFiles(GradeReport report, String... weights) throws IOException {
    String folderName = report.submission().id() + "/" + report.problem() + "/";
    Path file = folder.resolve(folderName + "result.json");
    JsonNode result = new ObjectMapper().readTree(file.toFile());
    Path schema = Workbench.installation().home().resolve("reports/result.schema.json");
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(result))
        .isEmpty();
    assertThat(JsonReports.read(file)).isEqualTo(report);
    Reload reload = Objects.requireNonNull(report.stages().reload());
    assertThat(reload.reloaded()).isFinite().isEqualTo(reload.recorded());
    assertThat(Files.readString(folder.resolve(folderName + "weights.safetensors"), ISO_8859_1))
        .contains(weights);
  }

  private static void checkComparison(GradeReport report) {
    Reload reload = Objects.requireNonNull(report.stages().reload());
    Finding comparison =
        report.judgement().findings().get(report.judgement().findings().size() - 1);
    assertThat(comparison.code().name()).isEqualTo("ENSEMBLE");
    assertThat(comparison.message())
        .contains(String.format(Locale.ROOT, "%.4f;", reload.recorded()));
  }

  @Test
  @Tag("exhaustive")
  void membersThatTakeTooLongAreEnded() throws Exception {
    GradeReport report = grade("NeverEndingBag", new Limits(1_000_000, 100_000, 10, 60, 2));
    assertThat(report.verdict()).isEqualTo(Verdict.TIME_LIMIT);
    // On a busy machine the time may be over before the first member's training begins.
    assertThat(report.judgement().message())
        .matches(".* stopped in epoch \\d+( of member 1/2)?\\. Use fewer .*");
    assertThat(training(report).history()).extracting(EpochLine::member).doesNotContain(2);
  }
}
