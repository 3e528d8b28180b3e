package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.assay.problems.PassRule;
import dev.assay.protocol.Message;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.report.score.ClassScore;
import dev.assay.report.score.Classification;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.processes.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A problem whose examples have any number of labels, graded through all stages. */
@Tag("exhaustive")
class MultiLabelTest {
  @TempDir static Path folder;
  private static GradeReport bySubset;
  private static GradeReport byF1;

  @BeforeAll
  static void grade() throws Exception {
    bySubset = grade("subset", PassRule.subsetAccuracy(0.75, 0.2, 0.4, 0.5, 0.6));
    byF1 = grade("f1", PassRule.macroF1(0.999, 0.2, 0.4, 0.5, 0.6));
  }

  private static GradeReport grade(String run, PassRule rule) throws Exception {
    return grader(run).grade(good("Good"), new Weather(rule).assignment(), GradingListener.SILENT);
  }

  private static Grader grader(String run) throws Exception {
    return new Grader(
        new Workers(Workbench.installation()),
        Weather.store(folder.resolve("data")),
        GradeOptions.withSeed(42),
        List.of("weather"),
        folder.resolve(run));
  }

  private static Candidate good(String name) throws Exception {
    return Workbench.handedIn(new Message.Builder("answers.labels." + name, "weather"));
  }

  private static Scores scores(GradeReport report) {
    return Objects.requireNonNull(report.scores(), report.judgement().message());
  }

  @Test
  void itPassesByTheShareOfExamplesThatAreAllRight() {
    Metric metric = scores(bySubset).metric();

    assertThat(bySubset.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(metric.name()).isEqualTo("subset_accuracy");
    assertThat(metric.total()).isEqualTo(100);
    assertThat(metric.interval()).isNotNull();
    assertThat(bySubset.judgement().message())
        .contains("of 100 hidden examples are right (subset accuracy 0.");
  }

  @Test
  void anotherRuleJudgesTheSameModelByItsF1() {
    Metric metric = scores(byF1).metric();

    assertThat(metric.name()).isEqualTo("macro_f1");
    assertThat(metric.value()).isBetween(0.75, 0.999);
    assertThat(metric.value()).isEqualTo(scores(byF1).metrics().get("macro_f1"));
    assertThat(Objects.requireNonNull(metric.interval()).contains(metric.value())).isTrue();
    assertThat(byF1.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(byF1.judgement().points()).isEqualTo(4);
    assertThat(byF1.judgement().message())
        .startsWith("Macro F1 is 0.")
        .contains("is needed to pass");
    assertThat(scores(byF1).metrics()).isEqualTo(scores(bySubset).metrics());
  }

  @Test
  void everyLabelHasItsScoreAndItsArea() {
    Scores scores = scores(bySubset);
    Classification classification = Objects.requireNonNull(scores.classification());

    assertThat(classification.confusion()).isEmpty();
    assertThat(classification.perClass())
        .extracting(ClassScore::label)
        .containsExactly("rain", "sun", "storm");
    assertThat(classification.perClass()).allMatch(score -> score.f1() > 0.5);
    assertThat(scores.metrics())
        .containsOnlyKeys(
            "subset_accuracy",
            "binary_accuracy",
            "hamming_loss",
            "macro_f1",
            "micro_f1",
            "auc_rain",
            "auc_sun",
            "auc_storm");
    double right = Objects.requireNonNull(scores.metrics().get("binary_accuracy"));
    assertThat(scores.metrics().get("hamming_loss")).isCloseTo(1 - right, within(1e-12));
    assertThat(scores.metrics().get("auc_sun")).isGreaterThan(0.9);
  }

  /** The hidden set was never there, but the validation set is as large as it is alike. */
  @Test
  void theHistoryHasTheMetricsOfBothOutputs() {
    var best =
        Objects.requireNonNull(bySubset.stages().training()).history().stream()
            .reduce((first, second) -> second)
            .orElseThrow();
    assertThat(best.values())
        .containsKeys(
            "loss",
            "dense_1_loss",
            "dense_2_loss",
            "val_dense_1_binary_accuracy",
            "val_dense_1_subset_accuracy",
            "val_dense_1_f1_score",
            "val_dense_1_auc");
    assertThat(best.values().get("val_dense_1_subset_accuracy")).isGreaterThan(0.6);
    double labels = Objects.requireNonNull(best.values().get("val_dense_1_loss"));
    double features = Objects.requireNonNull(best.values().get("val_dense_2_loss"));
    assertThat(best.values().get("val_loss")).isCloseTo(labels + 0.1 * features, within(1e-5));
  }

  @Test
  void theResultIsValidAndReadsBack() throws Exception {
    Path file = folder.resolve("subset/answers/weather/result.json");
    JsonNode result = new ObjectMapper().readTree(file.toFile());
    Path schema = Workbench.installation().home().resolve("reports/result.schema.json");

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(result))
        .isEmpty();
    assertThat(JsonReports.read(file)).isEqualTo(bySubset);
  }

  @Test
  void aSoftmaxOverLabelsIsFoundBeforeTraining() throws Exception {
    CheckReport report =
        grader("check")
            .check(
                good("Exclusive"),
                new Weather(PassRule.macroF1(0.9, 0.2, 0.4, 0.5, 0.6)).assignment(),
                false);

    assertThat(report.findings())
        .extracting(finding -> finding.code().name())
        .containsExactly("SOFTMAX_OF_LABELS", "METRIC_OF_ONE_CLASS", "STILL_IMPROVING");
    assertThat(report.findings().get(0).message())
        .isEqualTo(
            "The model ends in softmax, but the labels of weather are not exclusive: an example"
                + " can have any number of them.");
  }
}
