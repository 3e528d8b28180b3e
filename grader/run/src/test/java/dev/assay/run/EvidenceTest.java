package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.assay.keras.models.SafeTensors;
import dev.assay.keras.models.WeightSpec;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.report.Finding;
import dev.assay.report.Reload;
import dev.assay.report.Severity;
import dev.assay.report.Training;
import dev.assay.report.Verdict;
import dev.assay.run.processes.Outcome;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
  @TempDir Path folder;
  private final Evidence evidence = Histories.evidence(Models.epoch(1, 0.9, 0.8));
  private Path weights;

  @BeforeEach
  void writeWeights() throws IOException {
    weights = Files.writeString(folder.resolve("weights"), "any");
  }

  private void reloadedWith(Map<String, Double> values) {
    evidence.trained(new Message.Trained(StopReason.COMPLETED, Map.of("val_loss", 0.8), "ab12"));
    evidence.reloaded(new Message.Reloaded(values));
  }

  private Reload reported() {
    Fault any = new Fault(Verdict.GRADER_ERROR, "any");
    return Objects.requireNonNull(evidence.report(any).run().reload());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.800_009, 0.799_991})
  void aLossWithinTheToleranceIsTheSame(double loss) throws Fault {
    reloadedWith(Map.of("val_loss", loss));
    evidence.checkReload();
    assertThat(reported()).isEqualTo(new Reload(0.8, loss));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.800_011, 0.799_989, 0, Double.NaN, Double.POSITIVE_INFINITY})
  void aLossThatDiffersIsOurFault(double loss) {
    reloadedWith(Map.of("val_loss", loss));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(evidence::checkReload)
        .withMessageContaining("validation loss " + loss)
        .withMessageContaining("0.8 was recorded")
        .satisfies(fault -> assertThat(fault.verdict()).isEqualTo(Verdict.GRADER_ERROR));
    assertThat(reported().recorded()).isEqualTo(0.8);
  }

  @Test
  void aReloadThatSaysNothingOfTheLossIsOurFault() {
    reloadedWith(Map.of());
    assertThatExceptionOfType(Fault.class).isThrownBy(evidence::checkReload);
  }

  @Test
  void trainingThatIsEndedKeepsItsHistory() {
    evidence.epoch(Models.epoch(2, 0.7, 0.6));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> Trained.check(new Outcome.TimedOut(7), evidence, weights))
        .withMessageContaining("longer than the 7 s allowed and was ended in epoch 3")
        .satisfies(
            fault -> {
              assertThat(fault.verdict()).isEqualTo(Verdict.TIME_LIMIT);
              Training training = evidence.report(fault).run().training();
              assertThat(Objects.requireNonNull(training).history()).hasSize(2);
              assertThat(training.stopReason()).isEqualTo("time_limit");
            });
  }

  @Test
  void trainingWithoutWeightsIsOurFault() {
    Outcome done = new Outcome.Answered(new Message.Trained(StopReason.COMPLETED, Map.of(), null));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> Trained.check(done, evidence, weights))
        .satisfies(fault -> assertThat(fault.verdict()).isEqualTo(Verdict.GRADER_ERROR));
  }

  @Test
  void trainingThatKeptNoEpochForANumberThatIsNoneIsTheAnswersFault() {
    Map<String, Double> values = Map.of("loss", 0.5, "val_loss", 0.5, "val_poisson", Double.NaN);
    Evidence watching = Histories.evidence(new EpochResult(1, 1, values, 0.1, false));
    Outcome done = new Outcome.Answered(new Message.Trained(StopReason.COMPLETED, Map.of(), null));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> Trained.check(done, watching, weights))
        .withMessageContaining("infinite in all 1; so were val_poisson. Watch \"val_loss\"")
        .satisfies(fault -> assertThat(fault.verdict()).isEqualTo(Verdict.CONTRACT_VIOLATION));
  }

  @Test
  void divergenceIsPutDownToWhatWasNoticedBeforeTraining() {
    Outcome done = new Outcome.Answered(new Message.Trained(StopReason.DIVERGED, Map.of(), null));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> Trained.check(done, evidence, weights))
        .withMessageContaining("in epoch 1. Lower the learning rate, scale the inputs")
        .satisfies(fault -> assertThat(fault.verdict()).isEqualTo(Verdict.DIVERGED));
    evidence.add(
        List.of(new Finding("NO_PROBABILITIES", Severity.WARNING, "No softmax.", "Add it.")));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> Trained.check(done, evidence, weights))
        .withMessageEndingWith("in epoch 1. No softmax. Add it.");
  }

  @Test
  void weightsThatAreNoNumbersAreDivergence() {
    String said = "The weight dense/bias is Infinity after epoch 2, though the loss is a number.";
    Outcome ended = new Outcome.Answered(new Message.Failed(Message.Cause.NOT_FINITE, said));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> Trained.check(ended, evidence, weights))
        .withMessage(said + " " + Faults.DIVERGENCE)
        .satisfies(fault -> assertThat(fault.verdict()).isEqualTo(Verdict.DIVERGED));
    assertThat(evidence.stopReason()).isEqualTo("DIVERGED");
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
