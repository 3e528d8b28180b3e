package dev.assay.run.rescoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.VerdictCode;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.protocol.Json;
import dev.assay.report.Circumstances;
import dev.assay.report.Digests;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.model.ModelStages;
import dev.assay.run.Models;
import dev.assay.run.TestProblem;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten hidden examples of three classes; all numbers are worked out by hand. */
class RescorerTest {
  private static final Problem IRIS = Problems.load().find("iris").orElseThrow();

  /** Eight are predicted right: 0, 0, 0, 0, 1, 1, 1, 1, then 2 for two that are 0. */
  private static final int[] LABELS = {0, 0, 0, 0, 1, 1, 1, 1, 0, 0};

  private static final int[] PREDICTED = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2};

  @TempDir private Path folder;
  private GradingFiles files = new GradingFiles(Path.of(""));

  @BeforeEach
  void keepPredictions() throws Exception {
    files = new GradingFiles(folder);
    Files.writeString(files.model(), Json.write(Models.of(Models.SPARSE, FitPlan.epochs(1), 3)));
    keep(2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
  }

  /** Keeps what the trained model predicted, and this of the untrained one. */
  private void keep(int... untrained) throws Exception {
    NumericArray trained = outputs(PREDICTED);
    Files.deleteIfExists(files.predictions());
    Files.deleteIfExists(files.untrainedPredictions());
    Npy.write(files.predictions(), trained);
    new KeptPredictions(trained, outputs(untrained)).keep(files, features(0));
  }

  private static NumericArray outputs(int... classes) {
    float[] outputs = new float[3 * classes.length];
    for (int i = 0; i < classes.length; i++) {
      outputs[3 * i + classes[i]] = 1;
    }
    return NumericArray.ofFloats(outputs, classes.length, 3);
  }

  private static NumericArray features(float first) {
    float[] values = new float[10];
    values[0] = first;
    return NumericArray.ofFloats(values, 10, 1);
  }

  private static Dataset data(float first, int... labels) {
    Examples none =
        new Examples(NumericArray.ofFloats(new float[1], 1, 1), NumericArray.ofInts(new int[1], 1));
    Examples hidden = new Examples(features(first), NumericArray.ofInts(labels, labels.length));
    return new Dataset(IRIS.variants().get(0).data(), none, none, hidden, "new data", List.of());
  }

  private static Assignment rule(double threshold, Double... bands) {
    return new Assignment(
        IRIS,
        new ProblemVariant(
            IRIS.variants().get(0).data(),
            PassRule.accuracy(threshold, bands),
            TestProblem.LIMITS));
  }

  private static Assignment usual() {
    return rule(0.9, 0.4, 0.6, 0.7, 0.8);
  }

  private static GradeReport old(Verdict verdict, List<Sentence> reasons, Finding... findings) {
    return new GradeReport(
        new Submission("anna", "anna", "d", List.of()),
        "iris",
        null,
        new Judgement(verdict, reasons, 0, 5, List.of(findings)),
        null,
        ModelStages.NONE,
        new Circumstances(
            null,
            Map.of(),
            new Provenance(
                "0",
                new Digests("old rule", "old data", "graph", "weights"),
                42,
                Map.of("data", "embedded"),
                new Platform("17", "Linux", "amd64", null, 1, Mode.REPRODUCIBLE))));
  }

  private static GradeReport old(Finding... findings) {
    Sentence untrained =
        Sentence.of(
            VerdictCode.PASSES_UNTRAINED, "metric", "accuracy", "value", "0.9", "threshold", 0.9);
    return old(Verdict.CONTRACT_VIOLATION, List.of(untrained), findings);
  }

  private GradeReport rescore(Assignment assignment, int... labels) throws SentenceException {
    return Rescorer.rescore(old(), files, assignment, data(0, labels));
  }

  @Test
  void eightOfTenAreFourPointsAndNinePass() throws Exception {
    GradeReport report = rescore(usual(), LABELS);
    assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(report.judgement().points()).isEqualTo(4);
    GradeReport corrected = rescore(usual(), 0, 0, 0, 0, 1, 1, 1, 1, 2, 0);
    assertThat(corrected.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(corrected.judgement().points()).isEqualTo(5);
    assertThat(Objects.requireNonNull(corrected.scores()).metric().correct()).isEqualTo(9);
  }

  @Test
  void otherBandsGiveOtherPoints() throws Exception {
    assertThat(rescore(rule(0.8, 0.1, 0.2, 0.3, 0.4), LABELS).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(rescore(rule(0.99, 0.5, 0.75, 0.85, 0.95), LABELS).judgement().points())
        .isEqualTo(2);
  }

  @Test
  void theResultSaysWhatItWasScoredOnAndKeepsWhatItWasMadeOf() throws Exception {
    Provenance made = rescore(usual(), LABELS).circumstances().provenance();
    assertThat(made.digests().data()).isEqualTo("new data");
    assertThat(made.digests().problem()).isNotEqualTo("old rule").hasSize(64);
    assertThat(made.digests().weights()).isEqualTo("weights");
    assertThat(made.seed()).isEqualTo(42);
  }

  /** Four of ten right without training are one point: three of the four are earned. */
  @Test
  void pointsThatTheModelHadUntrainedAreTaken() throws Exception {
    keep(0, 0, 0, 0, 2, 2, 2, 2, 2, 2);
    GradeReport report = rescore(usual(), LABELS);
    assertThat(report.judgement().points()).isEqualTo(3);
    assertThat(report.judgement().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.UNTRAINED_POINTS);
  }

  @Test
  void aThresholdThatTheUntrainedModelReachesIsAViolationAndAHigherOneIsNone() throws Exception {
    keep(0, 0, 0, 0, 2, 2, 2, 2, 2, 2);
    GradeReport low = rescore(rule(0.4, 0.1, 0.2, 0.3, 0.35), LABELS);
    assertThat(low.verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
    assertThat(low.scores()).isNull();
    assertThat(Rescorer.isScored(low)).isTrue();
    GradeReport high = Rescorer.rescore(low, files, usual(), data(0, LABELS));
    assertThat(high.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(high.judgement().points()).isEqualTo(3);
  }

  @Test
  void predictionsOfOtherExamplesAreNotUsed() {
    assertThatThrownBy(() -> Rescorer.rescore(old(), files, usual(), data(1, LABELS)))
        .hasMessageContaining("anna / iris stays as it is: its predictions were not kept");
  }

  @Test
  void whatIsMissingOrDamagedIsSaid() throws Exception {
    Files.writeString(files.predictions(), "none");
    assertThatThrownBy(() -> rescore(usual(), LABELS))
        .hasMessageContaining("its predictions cannot be scored: ");
    Files.delete(files.untrainedPredictions());
    assertThatThrownBy(() -> rescore(usual(), LABELS)).hasMessageContaining("were not kept");
  }

  @Test
  void aModelWithLargeNumbersDoesNotPassUnaudited() {
    Finding large =
        Finding.of(
            FindingCode.BUILT_IN_NUMBERS,
            "bytes",
            9_000_000L,
            "trained",
            10L,
            "known",
            false,
            "labels",
            0);
    assertThatThrownBy(
            () ->
                Rescorer.rescore(old(large), files, rule(0.8, 0.1, 0.2, 0.3, 0.4), data(0, LABELS)))
        .hasMessageContaining("Grade it again");
  }

  @Test
  void verdictsThatPredictionsDoNotDecideStay() {
    Sentence crashed = Sentence.of(VerdictCode.DIVERGENCE_ADVICE);
    assertThat(Rescorer.isScored(old(Verdict.DIVERGED, List.of(crashed)))).isFalse();
  }
}
