package dev.assay.diagnosis.rules.steps;

import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.AdamW;
import dev.assay.keras.optimizers.Adamax;
import dev.assay.keras.optimizers.Nadam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.schedules.CosineDecay;
import dev.assay.keras.training.FitPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options of optimizers over 20 epochs of 11 steps, and batches of one. */
class OptimizerRulesTest {
  private static Observations by(Optimizer optimizer) {
    return TUMOURS.of(optimizer, Normalization.layer(), Dense.of(64, RELU), Dense.of(1, SIGMOID));
  }

  @Test
  void aLargeEpsilonTakesTheStepsAway() {
    Finding finding = Told.only(by(Adam.of(0.01).epsilon(1e3)), FindingCode.LARGE_EPSILON);
    assertThat(finding.arguments())
        .containsEntry("optimizer", "Adam")
        .containsEntry("epsilon", 1000.0)
        .containsEntry("step", 1e-5);
    for (Optimizer optimizer :
        List.of(
            RMSprop.of(0.01).epsilon(100),
            Nadam.of(0.01).epsilon(100),
            Adamax.of(0.01).epsilon(100))) {
      assertThat(Told.codes(OptimizerRules.epsilon(by(optimizer))))
          .as(optimizer.toString())
          .containsExactly("LARGE_EPSILON");
    }
  }

  @Test
  void anEpsilonOfOneIsAdvisedForSomeNetworks() {
    assertThat(OptimizerRules.epsilon(by(Adam.of(0.001).epsilon(1)))).isEmpty();
    assertThat(OptimizerRules.epsilon(by(Adam.defaults()))).isEmpty();
    assertThat(OptimizerRules.epsilon(by(Adam.of(1).epsilon(100)))).as("220 / 100").isEmpty();
  }

  @Test
  void aLongMomentumOvershoots() {
    Finding finding =
        Told.only(
            OptimizerRules.momentum(by(SGD.of(0.005).momentum(0.9999))), FindingCode.LONG_MOMENTUM);
    assertThat(finding.arguments())
        .containsEntry("option", "momentum")
        .containsEntry("horizon", 10_000L)
        .containsEntry("steps", 220L);
    assertThat(finding.message()).contains("momentum 0.9999 SGD", "10,000 steps");
    Finding beta =
        Told.only(
            OptimizerRules.momentum(by(Adam.of(0.001).betas(0.999, 0.999))),
            FindingCode.LONG_MOMENTUM);
    assertThat(beta.message()).contains("beta1 0.999");
    assertThat(beta.snippet()).isEqualTo(".betas(0.9, 0.999)");
  }

  @Test
  void usualMomentaAreFine() {
    for (Optimizer optimizer :
        List.of(
            SGD.of(0.005).momentum(0.99),
            Adam.defaults(),
            AdamW.defaults(),
            RMSprop.of(0.001).momentum(0.9))) {
      assertThat(OptimizerRules.momentum(by(optimizer))).as(optimizer.toString()).isEmpty();
    }
    Observations longer = Known.planned(by(SGD.of(0.005).momentum(0.995)), FitPlan.epochs(100));
    assertThat(OptimizerRules.momentum(longer)).as("200 of 1,100 steps").isEmpty();
  }

  private static Observations warm(int epochs, int steps) {
    return Known.planned(
        by(Adam.of(CosineDecay.of(0, 1_000).warmup(0.01, steps))), FitPlan.epochs(epochs));
  }

  @Test
  void aWarmupThatNeverEndsIsTold() {
    Finding finding = Told.only(ScheduleRules.warmup(warm(20, 2_200)), FindingCode.WARMUP_TOO_LONG);
    assertThat(finding.arguments())
        .containsEntry("target", 0.01)
        .containsEntry("warmup", 2_200L)
        .containsEntry("steps", 220L)
        .containsEntry("unit", "STEPS");
    assertThat(Told.number(finding, "reached")).isBetween(0.00099, 0.00101);
    assertThat(ScheduleRules.warmup(warm(20, 22))).isEmpty();
    assertThat(ScheduleRules.warmup(warm(20, 400))).as("over half of the way").isEmpty();
  }

  @Test
  void aSchedulersWarmupCountsEpochs() {
    LearningRateScheduler scheduler =
        LearningRateScheduler.of(CosineDecay.of(0, 10).warmup(0.01, 100));
    Observations known =
        Known.planned(by(Adam.defaults()), FitPlan.epochs(20).callbacks(scheduler));
    assertThat(Told.among(ScheduleRules.warmup(known), FindingCode.WARMUP_TOO_LONG).arguments())
        .containsEntry("unit", "EPOCHS")
        .containsEntry("steps", 20L);
  }

  @Test
  void aBatchOfOneIsItsOwnMean() {
    FitPlan single = FitPlan.epochs(20).batchSize(1);
    Observations normalized =
        TUMOURS.of(
            Normalization.layer(), Dense.of(16), BatchNormalization.layer(), Dense.of(1, SIGMOID));
    Finding finding =
        Told.among(OptimizerRules.batch(Known.planned(normalized, single)), FindingCode.BATCH_SIZE);
    assertThat(finding.arguments())
        .containsEntry("reason", "NORMALIZATION")
        .containsEntry("layer", "batch_normalization");
    assertThat(OptimizerRules.batch(Known.planned(normalized, FitPlan.epochs(20).batchSize(2))))
        .isEmpty();
    Observations byRow =
        TUMOURS.of(
            Normalization.layer(), Dense.of(16), LayerNormalization.layer(), Dense.of(1, SIGMOID));
    assertThat(OptimizerRules.batch(Known.planned(byRow, single))).isEmpty();
  }
}
