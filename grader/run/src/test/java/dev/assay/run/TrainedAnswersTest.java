package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.training.EpochResult;
import dev.assay.problems.Limits;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.model.Training;
import dev.assay.run.grading.GradingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are accepted but do not train to an end. */
class TrainedAnswersTest {
  @TempDir Path folder;

  private GradeReport grade(String name, Limits limits) throws Exception {
    return Workbench.grader(folder)
        .grade(
            Workbench.answer("trained." + name),
            TestProblem.assignment(limits),
            GradingListener.SILENT);
  }

  /** After the last epoch nothing writes the weights any more. */
  @Test
  void weightsThatChangeBetweenTrainingAndReloadAreOurFault() throws Exception {
    Path weights = folder.resolve("answers/iris/weights.safetensors");
    GradingListener tamperer =
        new GradingListener() {
          @Override
          public void epoch(EpochResult result) {
            if (result.epoch() == 40) {
              flipLastBit(weights);
            }
          }
        };
    GradeReport report =
        Workbench.grader(folder)
            .grade(
                Workbench.answer("trained.Good"),
                TestProblem.assignment(TestProblem.LIMITS),
                tamperer);
    assertThat(report.verdict()).isEqualTo(Verdict.GRADER_ERROR);
    assertThat(report.judgement().message())
        .contains(
            "not in the answer",
            weights.getFileName() + " was changed after it was written: its SHA-256");
    assertThat(report.scores()).isNull();
  }

  private static void flipLastBit(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1] ^= 1;
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Training training(GradeReport report) {
    return Objects.requireNonNull(report.stages().training(), report.judgement().message());
  }

  @Test
  void aLossThatIsNotANumberIsDivergence() throws Exception {
    GradeReport report = grade("LogOfNegative", TestProblem.LIMITS);
    assertThat(report.verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(report.judgement().message())
        .contains("NaN or infinite in epoch 1", "before the first step", "logarithm or root");
    assertThat(training(report).history()).hasSize(1);
    assertThat(training(report).bestEpoch()).isNull();
    assertThat(report.scores()).isNull();
  }

  @Test
  @Tag("exhaustive")
  void trainingThatTakesTooLongIsEnded() throws Exception {
    GradeReport report = grade("NeverEnds", new Limits(1_000_000, 100_000, 10, 60, 2));
    assertThat(report.verdict()).isEqualTo(Verdict.TIME_LIMIT);
    assertThat(report.judgement().message()).contains("2 s allowed", "Use fewer epochs");
    assertThat(training(report).stopReason()).isEqualTo("time_limit");
    assertThat(training(report).epochs()).isEqualTo(training(report).history().size());
  }

  @Test
  @Tag("exhaustive")
  void aGraphThatFailsOnABatchIsTheAnswersFault() throws Exception {
    GradeReport report = grade("FixedBatch", TestProblem.LIMITS);
    assertThat(report.judgement().message()).contains("[1,4]", "batches of any size");
    assertThat(report.verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
  }

  @Test
  @Tag("exhaustive")
  void activationsThatFitIntoNoMemoryAreTheAnswersFault() throws Exception {
    GradeReport report = grade("LargeActivations", new Limits(500, 100_000, 10_000, 60, 120));
    assertThat(report.judgement().message())
        .contains("Training ran out of memory", "more than the 6144 MiB", "OOM when allocating")
        .contains("Use smaller batches");
    assertThat(report.verdict()).isEqualTo(Verdict.MEMORY_LIMIT);
  }
}
