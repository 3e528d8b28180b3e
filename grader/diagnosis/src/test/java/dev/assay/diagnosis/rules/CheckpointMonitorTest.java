package dev.assay.diagnosis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointMonitorTest {
  private static EpochResult epoch(int epoch, double validationLoss, double validationAccuracy) {
    return new EpochResult(
        epoch,
        0.5,
        Map.of(
            "loss",
            1.0 / epoch,
            "accuracy",
            0.1 * epoch,
            "val_loss",
            validationLoss,
            "val_accuracy",
            validationAccuracy),
        0.001,
        false);
  }

  private static CheckpointMonitor checkpoint(String monitor, int examples) {
    FitPlan plan = FitPlan.epochs(9).callbacks(ModelCheckpoint.best(monitor));
    return CheckpointMonitor.of(plan, examples);
  }

  private static List<Integer> better(CheckpointMonitor monitor, EpochResult... history) {
    return monitor.better(List.of(history), history[0]).stream().map(EpochResult::epoch).toList();
  }

  @Test
  void theLowestValidationLossIsFoundAmongTiesOfTheMonitor() {
    CheckpointMonitor monitor = checkpoint("val_accuracy", 0);
    assertThat(better(monitor, epoch(1, 0.9, 0.82), epoch(2, 0.6, 0.82), epoch(3, 0.4, 0.82)))
        .containsExactly(3);
    assertThat(better(monitor, epoch(1, 0.9, 0.82), epoch(2, 0.4, 0.82), epoch(3, 0.5, 0.82)))
        .containsExactly(2);
  }

  @Test
  void aValidationLossThatIsLessThanTenPercentBetterIsNoise() {
    CheckpointMonitor monitor = checkpoint("val_accuracy", 50);
    assertThat(better(monitor, epoch(1, 0.54, 0.82), epoch(2, 0.5, 0.82))).isEmpty();
    assertThat(better(monitor, epoch(1, 0.56, 0.82), epoch(2, 0.5, 0.82))).containsExactly(2);
    assertThat(better(monitor, epoch(1, -0.88, 0.82), epoch(2, -0.9, 0.82))).isEmpty();
    assertThat(better(monitor, epoch(1, -0.5, 0.82), epoch(2, -0.9, 0.82))).containsExactly(2);
    assertThat(better(monitor, epoch(1, 0.5, 0.82), epoch(2, Double.NaN, 0.82))).isEmpty();
  }

  /** Of 50 examples the standard error of 0.82 is 0.054; of 5,000 it is 0.0054. */
  @Test
  void aMonitorThatIsClearlyBetterInTheKeptEpochChoseWell() {
    EpochResult kept = epoch(1, 0.9, 0.82);
    EpochResult other = epoch(2, 0.4, 0.80);
    assertThat(better(checkpoint("val_accuracy", 50), kept, other)).containsExactly(2);
    assertThat(better(checkpoint("val_accuracy", 5_000), kept, other)).isEmpty();
    assertThat(better(checkpoint("val_accuracy", 0), kept, other)).isEmpty();
    assertThat(better(checkpoint("loss", 5_000), kept, other)).isEmpty();
  }

  /** An error is better the lower it is. */
  @Test
  void anErrorThatIsClearlyLowerInTheKeptEpochChoseWell() {
    CheckpointMonitor monitor = checkpoint("val_mae", 50);
    EpochResult kept = error(1, 9, 2.0);
    assertThat(better(monitor, kept, error(2, 6, 2.01))).containsExactly(2);
    assertThat(better(monitor, kept, error(2, 6, 1.5))).containsExactly(2);
    assertThat(better(monitor, kept, error(2, 6, 2.1))).isEmpty();
  }

  private static EpochResult error(int epoch, double validationLoss, double error) {
    Map<String, Double> values = Map.of("loss", 1.0, "val_loss", validationLoss, "val_mae", error);
    return new EpochResult(epoch, 0.5, values, 0.001, false);
  }

  @Test
  void theValidationLossAndThatOfAnOutputAreGoodMonitors() {
    EpochResult[] history = {epoch(1, 0.9, 0.82), epoch(2, 0.4, 0.82)};
    assertThat(better(checkpoint("val_loss", 50), history)).isEmpty();
    assertThat(better(checkpoint("val_dense_1_loss", 50), history)).isEmpty();
    assertThat(better(CheckpointMonitor.of(FitPlan.epochs(9), 50), history)).isEmpty();
  }

  @Test
  void theFindingNamesTheMonitorBothEpochsAndWhatToWrite() {
    Finding finding =
        checkpoint("val_accuracy", 50).finding(epoch(4, 0.9, 0.82), epoch(19, 0.4, 0.8));
    assertThat(finding.code().name()).isEqualTo("CHECKPOINT_MONITOR");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message())
        .isEqualTo(
            "ModelCheckpoint monitors val_accuracy, so the weights of epoch 4 are graded"
                + " (val_accuracy 0.8200, validation loss 0.9000). The validation loss was best at"
                + " epoch 19 (val_accuracy 0.8000, validation loss 0.4000).");
    assertThat(finding.advice())
        .isEqualTo(
            "Write ModelCheckpoint.best(\"val_loss\"): it tells apart epochs that are equal, or"
                + " nearly so, in val_accuracy.");
    assertThat(checkpoint("accuracy", 50).finding(epoch(9, 0.9, 0.8), epoch(3, 0.4, 0.8)).advice())
        .contains("best(\"val_loss\"): accuracy is measured on the training set");
  }

  @Test
  void anEarlyStoppingThatRestoresTheBestWeightsIsNamedUnlessACheckpointGoesFirst() {
    EarlyStopping restoring = EarlyStopping.on("val_accuracy").restoreBestWeights(true);
    FitPlan plan = FitPlan.epochs(9);
    EpochResult kept = epoch(1, 0.9, 0.82);
    EpochResult other = epoch(2, 0.4, 0.82);
    CheckpointMonitor monitor = CheckpointMonitor.of(plan.callbacks(restoring), 50);
    assertThat(better(monitor, kept, other)).containsExactly(2);
    Finding finding = monitor.finding(kept, other);
    assertThat(finding.message()).startsWith("EarlyStopping monitors val_accuracy");
    assertThat(finding.advice()).startsWith("Write EarlyStopping.on(\"val_loss\")");
    assertThat(
            better(
                CheckpointMonitor.of(
                    plan.callbacks(restoring, ModelCheckpoint.best("val_loss")), 50),
                kept,
                other))
        .isEmpty();
    assertThat(
            better(
                CheckpointMonitor.of(plan.callbacks(restoring.restoreBestWeights(false)), 50),
                kept,
                other))
        .isEmpty();
  }
}
