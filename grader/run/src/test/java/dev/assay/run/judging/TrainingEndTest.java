package dev.assay.run.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.Severity;
import dev.assay.findings.VerdictCode;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.report.model.Reload;
import dev.assay.run.Models;
import dev.assay.run.grading.Stop;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.Processes;
import dev.assay.run.processes.Outcome;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import dev.assay.run.reporting.ReportMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingEndTest {
  private static final EpochResult FIRST = Models.epoch(1, 0.9, 0.8);

  @TempDir Path folder;
  private Path weights;

  @BeforeEach
  void writeWeights() throws IOException {
    weights = Files.writeString(folder.resolve("weights"), "any");
  }

  private TrainingEnd end(Outcome outcome, EpochResult... epochs) {
    JobOutcome job = new JobOutcome(outcome, Processes.NONE, null);
    return TrainingEnd.of(job, Histories.history(epochs), 27, weights);
  }

  private static Stop stop(TrainingEnd end) {
    return Objects.requireNonNull(end.stop());
  }

  private static Outcome trained(
      StopReason reason, Map<String, Double> values, @Nullable String digest) {
    return new Outcome.Answered(new Message.Trained(reason, values, digest));
  }

  @Test
  void trainingThatKeptWeightsGoesOn() {
    Map<String, Double> values = Map.of("val_loss", 0.8);
    TrainingEnd end = end(trained(StopReason.COMPLETED, values, "ab12"), FIRST);
    assertThat(end.stop()).isNull();
    assertThat(end.training())
        .isEqualTo(new TrainingOutcome(Histories.history(FIRST), "COMPLETED", 0.8, "ab12"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.800_009, 0.799_991})
  void aReloadedLossWithinTheToleranceIsTheSame(double loss) {
    assertThat(Losses.checkReload(new Reload(0.8, loss))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.800_011, 0.799_989, 0, Double.NaN, Double.POSITIVE_INFINITY})
  void aReloadedLossThatDiffersIsOurFault(double loss) {
    Stop stop = Losses.checkReload(new Reload(0.8, loss)).orElseThrow();
    assertThat(stop.verdict()).isEqualTo(Verdict.GRADER_ERROR);
    assertThat(stop.message()).contains("validation loss " + loss, "0.8 was recorded");
  }

  @Test
  void trainingThatIsEndedKeepsItsHistory() {
    TrainingEnd end = end(new Outcome.TimedOut(7), FIRST, Models.epoch(2, 0.7, 0.6));
    assertThat(stop(end).verdict()).isEqualTo(Verdict.TIME_LIMIT);
    assertThat(stop(end).message())
        .contains("longer than the 7 s allowed and was stopped in epoch 3");
    assertThat(ReportMapper.history(end.training().trainings())).hasSize(2);
    assertThat(end.training().stopReason()).isEqualTo("TIME_LIMIT");
    assertThat(end.training().bestEpoch()).isNull();
  }

  @Test
  void aMemberThatTakesTooLongIsNamed() {
    List<TrainingHistory> members =
        List.of(
            new TrainingHistory(new Part(1, 2, 0, 0), List.of(FIRST)),
            new TrainingHistory(new Part(2, 2, 0, 0), List.of(FIRST, FIRST)));
    JobOutcome job = new JobOutcome(new Outcome.TimedOut(7), Processes.NONE, null);
    assertThat(stop(TrainingEnd.of(job, members, 27, weights)).message())
        .contains("stopped in epoch 3 of member 2/2.", "or fewer members");
  }

  @Test
  void trainingWithoutWeightsIsOurFault() {
    TrainingEnd end = end(trained(StopReason.COMPLETED, Map.of(), null), FIRST);
    assertThat(stop(end).verdict()).isEqualTo(Verdict.GRADER_ERROR);
  }

  @Test
  void trainingThatKeptNoEpochForANumberThatIsNoneIsTheAnswersFault() {
    Map<String, Double> values = Map.of("loss", 0.5, "val_loss", 0.5, "val_poisson", Double.NaN);
    EpochResult epoch = new EpochResult(1, 1, values, 0.1, false);
    TrainingEnd end = end(trained(StopReason.COMPLETED, Map.of(), null), epoch);
    assertThat(stop(end).verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
    assertThat(stop(end).message())
        .contains("infinite in all 1; so were val_poisson. Monitor \"val_loss\"");
  }

  @Test
  void divergenceIsPutDownToTheFirstWarning() {
    Stop unexplained = stop(end(trained(StopReason.DIVERGED, Map.of(), null), FIRST));
    assertThat(unexplained.verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(unexplained.message())
        .contains("in epoch 1. Lower the learning rate, scale the inputs");
    Finding note =
        Finding.of(
                FindingCode.TRAINING_MONITOR,
                "callback",
                "EarlyStopping",
                "method",
                "on",
                "monitor",
                "loss")
            .as(Severity.INFO);
    Finding cause = Finding.of(FindingCode.SOFTMAX_OF_ONE, "regression", false);
    assertThat(unexplained.putDownTo(List.of(note))).isEqualTo(unexplained);
    assertThat(unexplained.putDownTo(List.of(note, cause)).message())
        .endsWith("in epoch 1. Softmax of a single output is always 1. Use SIGMOID.");
  }

  @Test
  void weightsThatAreNoNumbersAreDivergence() {
    String said = "The weight dense/bias is Infinity after epoch 2, though the loss is a number.";
    Outcome ended = new Outcome.Answered(new Message.Failed(Message.Cause.NOT_FINITE, said));
    TrainingEnd end = end(ended, FIRST);
    assertThat(stop(end).verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(stop(end).message())
        .isEqualTo(said + " " + Sentence.of(VerdictCode.DIVERGENCE_ADVICE).text());
    assertThat(end.training().stopReason()).isEqualTo("DIVERGED");
  }

  @Test
  void aModelThatComputesMoreThanItsDescriptionSaysIsRefusedAndTheCountIsKept() {
    TrainingEnd end = end(new Outcome.Answered(new Message.Miscounted(1_000)));
    assertThat(stop(end).verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION);
    assertThat(stop(end).findings())
        .extracting(finding -> finding.code().name())
        .containsExactly("FORGED_COMPUTE");
    assertThat(end.flops()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 20, 150, 230, -1})
  void weightsThatWereTamperedWithAreNotRead(int offset) throws IOException {
    List<WeightSpec> specs = Models.of(Models.SPARSE, FitPlan.epochs(1), 3).manifest().weights();
    String digest =
        SafeTensors.write(
            weights, specs, Map.of("dense/kernel", new float[12], "dense/bias", new float[3]));
    assertThat(SafeTensors.read(weights, specs, digest)).hasSize(2);
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(
        weights, offset < 0 ? Arrays.copyOf(bytes, bytes.length - 1) : flipped(bytes, offset));
    assertThatIOException()
        .isThrownBy(() -> SafeTensors.read(weights, specs, digest))
        .withMessageContaining(weights + " was changed after it was written");
  }

  private static byte[] flipped(byte[] bytes, int offset) {
    bytes[offset] ^= 0x7f;
    return bytes;
  }

  @Test
  void aWeightThatIsNoNumberIsNotRead() throws IOException {
    List<WeightSpec> specs = Models.of(Models.SPARSE, FitPlan.epochs(1), 3).manifest().weights();
    float[] bias = {0, Float.NaN, 0};
    SafeTensors.write(weights, specs, Map.of("dense/kernel", new float[12], "dense/bias", bias));
    assertThatIOException()
        .isThrownBy(() -> SafeTensors.read(weights, specs))
        .withMessageContaining("dense/bias holds NaN");
  }
}
