package dev.assay.diagnosis.rules.steps;

import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Curve;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Measured;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.schedules.CosineDecay;
import dev.assay.keras.schedules.ExponentialDecay;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.ModelMeasurement.RateTrial;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rates of 20 epochs of 11 steps each, where nothing else is said. */
class RateRulesTest {
  private static Observations by(Optimizer optimizer) {
    return TUMOURS.of(optimizer, Normalization.layer(), Dense.of(64, RELU), Dense.of(1, SIGMOID));
  }

  private static Observations by(Optimizer optimizer, FitPlan plan) {
    return Known.planned(by(optimizer), plan);
  }

  @Test
  void aStepThatIsMuchLargerThanTheWeightsIsTooLarge() {
    Finding finding = Told.only(by(Adam.of(10)), FindingCode.LEARNING_RATE_HIGH);
    assertThat(finding.arguments())
        .containsEntry("optimizer", "Adam")
        .containsEntry("evidence", "STEP")
        .containsEntry("rate", 10.0)
        .containsEntry("better", 0.001);
    assertThat(finding.snippet()).isEqualTo("Adam.withLearningRate(0.001)");
    assertThat(Told.only(by(SGD.of(20)), FindingCode.LEARNING_RATE_HIGH).snippet())
        .isEqualTo("SGD.withLearningRate(0.01)");
  }

  /** The weights of 30 inputs and 64 units are 0.15 large, of 64 inputs and 1 unit 0.18. */
  @Test
  void fiveTimesTheWeightsOfAdamAndTenOfSgdAreTooLarge() {
    assertThat(Told.codes(by(Adam.of(0.7)))).isEmpty();
    assertThat(Told.codes(by(RMSprop.of(1)))).containsExactly("LEARNING_RATE_HIGH");
    assertThat(Told.codes(by(SGD.of(9.9)))).isEmpty();
    assertThat(Told.codes(by(SGD.of(10)))).containsExactly("LEARNING_RATE_HIGH");
  }

  @Test
  void stepsThatLeadNowhereAreTooSmall() {
    Finding finding = Told.only(by(Adam.of(1e-6)), FindingCode.LEARNING_RATE_LOW);
    assertThat(finding.arguments())
        .containsEntry("evidence", "STEP")
        .containsEntry("better", 0.001);
    assertThat(Told.number(finding, "number")).isBetween(0.001, 0.002);
    assertThat(Told.codes(by(Adam.of(1e-4)))).isEmpty();
    assertThat(Told.codes(by(SGD.of(1e-5)))).containsExactly("LEARNING_RATE_LOW");
    assertThat(Told.codes(by(SGD.of(1e-4)))).isEmpty();
  }

  /** "Raise the rate to 0.001" would be no help to who has it. */
  @Test
  void aUsualRateIsNotTooLowForFewSteps() {
    Observations known = by(Adam.of(0.001), FitPlan.epochs(1).batchSize(341));
    assertThat(RateRules.impossible(known)).isEmpty();
    assertThat(RateRules.impossible(by(Adam.of(1e-6), FitPlan.epochs(119).batchSize(341))))
        .isEmpty();
    assertThat(RateRules.impossible(by(Adam.of(1e-6), FitPlan.epochs(120).batchSize(341))))
        .hasSize(1);
  }

  @Test
  void momentumMakesStepsLarger() {
    assertThat(Told.codes(by(SGD.of(5e-5)))).containsExactly("LEARNING_RATE_LOW");
    assertThat(Told.codes(by(SGD.of(5e-5).momentum(0.9)))).isEmpty();
  }

  /** What ended a training early is told as that. */
  @Test
  void theStepsThatWerePlannedCount() {
    Observations known = by(Adam.of(1e-4), FitPlan.epochs(400));
    assertThat(RateRules.impossible(known)).isEmpty();
    Observations trained = Known.failed(Known.trained(known, Curve.falling(1)));
    assertThat(RateRules.impossible(trained)).isEmpty();
  }

  @Test
  void ofDataThatIsNotKnownNoStepsAreCounted() {
    assertThat(Told.codes(Known.over(by(Adam.of(1e-6)), null))).isEmpty();
    assertThat(Told.codes(Known.over(by(Adam.of(10)), null))).containsExactly("LEARNING_RATE_HIGH");
  }

  @Test
  void aScheduleThatCountsEpochsEndsEarly() {
    Finding finding =
        Told.only(by(Adam.of(CosineDecay.of(0.001, 20))), FindingCode.LEARNING_RATE_ZERO);
    assertThat(finding.arguments())
        .containsEntry("what", "SCHEDULE")
        .containsEntry("name", "CosineDecay")
        .containsEntry("first", 0.001)
        .containsEntry("epoch", 2L)
        .containsEntry("epochs", 20L)
        .containsEntry("steps", 220L);
    assertThat(finding.snippet()).isEqualTo("CosineDecay.of(0.001, 220)");
    assertThat(
            Told.only(by(SGD.of(ExponentialDecay.of(0.1, 1, 0.5))), FindingCode.LEARNING_RATE_ZERO)
                .arguments())
        .containsEntry("epoch", 1L);
  }

  /** Of 220 steps the first 88. */
  @Test
  void aScheduleMayFallInTheLastThreeFifths() {
    assertThat(Told.codes(by(SGD.of(falling(89))))).isEmpty();
    assertThat(Told.codes(by(SGD.of(falling(87))))).containsExactly("LEARNING_RATE_ZERO");
    assertThat(Told.codes(by(SGD.of(PiecewiseConstantDecay.startingAt(0.1).after(20, 0.001001)))))
        .isEmpty();
  }

  private static PiecewiseConstantDecay falling(long step) {
    return PiecewiseConstantDecay.startingAt(0.1).after(step, 0.0001);
  }

  @Test
  void aWarmupDoesNotCountAsTheEndOfARate() {
    assertThat(Told.codes(by(Adam.of(CosineDecay.of(0, 200).warmup(0.001, 20))))).isEmpty();
    Finding finding =
        Told.only(
            by(Adam.of(CosineDecay.of(0, 20).warmup(0.001, 20))), FindingCode.LEARNING_RATE_ZERO);
    assertThat(finding.arguments()).containsEntry("epoch", 4L).containsEntry("first", 0.001);
  }

  @Test
  void aSchedulerCountsEpochs() {
    FitPlan plan =
        FitPlan.epochs(20).callbacks(LearningRateScheduler.of(ExponentialDecay.of(0.01, 1, 0.1)));
    Finding finding = Told.only(by(Adam.of(0.01), plan), FindingCode.LEARNING_RATE_ZERO);
    assertThat(finding.arguments())
        .containsEntry("what", "SCHEDULER")
        .containsEntry("name", "LearningRateScheduler");
    assertThat(Told.count(finding, "epoch")).isBetween(3L, 4L);
    assertThat(finding.snippet()).contains("LearningRateScheduler.of(CosineDecay.of(0.01, 20))");
  }

  @Test
  void aRateThatIsZeroFromTheStartIsNone() {
    Observations known = by(Adam.of(CosineDecay.of(0, 20)));
    assertThat(Told.codes(known))
        .containsExactlyInAnyOrder("LEARNING_RATE_ZERO", "LEARNING_RATE_LOW");
  }

  /** An impatient plateau lowers a rate within a few epochs. */
  @Test
  void aPlateauThatTakesTheRateAwayIsSeenInTheHistory() {
    FitPlan plan = FitPlan.epochs(20).callbacks(ReduceLROnPlateau.on("val_loss").patience(0));
    List<EpochResult> early = rates(20, 5);
    Observations known = Known.trained(by(Adam.of(0.001), plan), early);
    Finding finding =
        Told.only(ScheduleRules.vanishes(Known.failed(known)), FindingCode.LEARNING_RATE_ZERO);
    assertThat(finding.arguments())
        .containsEntry("what", "PLATEAU")
        .containsEntry("name", "ReduceLROnPlateau")
        .containsEntry("epoch", 5L);
    assertThat(ScheduleRules.vanishes(Known.passed(known))).isEmpty();
    assertThat(
            ScheduleRules.vanishes(
                Known.failed(Known.trained(by(Adam.of(0.001), plan), rates(20, 10)))))
        .isEmpty();
  }

  /** A history whose rate is a thousandth from that epoch on. */
  private static List<EpochResult> rates(int epochs, int from) {
    return IntStream.rangeClosed(1, epochs)
        .mapToObj(
            i ->
                new EpochResult(
                    i, 1, Curve.values(1.0 / i, 1.0 / i), i < from ? 0.001 : 1e-6, i == epochs))
        .toList();
  }

  @Test
  void gradientsThatAreCutShortLeadNowhere() {
    Finding finding = Told.only(by(SGD.of(0.01).clipNorm(1e-3)), FindingCode.GRADIENT_CLIPPED);
    assertThat(finding.arguments()).containsEntry("option", "clipNorm");
    assertThat(Told.number(finding, "limit")).isBetween(0.00099, 0.00101);
    assertThat(Told.number(finding, "share")).isLessThan(0.01);
    assertThat(finding.snippet()).isEqualTo(".clipNorm(1)");
    assertThat(Told.only(by(SGD.of(0.01).clipValue(1e-3)), FindingCode.GRADIENT_CLIPPED).snippet())
        .isEqualTo(".clipValue(1)");
    assertThat(
            Told.only(by(SGD.of(0.01).globalClipNorm(1e-3)), FindingCode.GRADIENT_CLIPPED)
                .snippet())
        .isEqualTo(".globalClipNorm(1)");
  }

  /** Adam divides by the gradients' own size. */
  @Test
  void clippingHardlyMattersToAdam() {
    assertThat(Told.codes(by(Adam.of(0.001).clipNorm(1e-3)))).isEmpty();
  }

  @Test
  void aBatchOfTheWholeTrainingSetMakesFewSteps() {
    Finding finding =
        Told.only(by(Adam.of(0.001), FitPlan.epochs(50).batchSize(512)), FindingCode.BATCH_SIZE);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.arguments())
        .containsEntry("batchSize", 512L)
        .containsEntry("examples", 341L)
        .containsEntry("steps", 1L)
        .containsEntry("all", 50L);
  }

  @Test
  void moreEpochsMakeUpForLargeBatches() {
    assertThat(severities(99)).containsExactly(Severity.WARNING);
    assertThat(severities(100)).containsExactly(Severity.INFO);
    assertThat(severities(149)).containsExactly(Severity.INFO);
    assertThat(severities(150)).isEmpty();
  }

  private static List<Severity> severities(int epochs) {
    return OptimizerRules.batch(by(Adam.of(0.001), FitPlan.epochs(epochs).batchSize(341))).stream()
        .map(Finding::severity)
        .toList();
  }

  /** Of logits that are all but equal no rate makes a difference. */
  @Test
  void aTrialMustGainClearly() {
    RateTrial own = new RateTrial(0.01, 1.0988);
    assertThat(RateRules.tried(tried(0.01, 1.0989, own, new RateTrial(1, 1.0987)))).isEmpty();
    assertThat(RateRules.tried(tried(0.01, 1.0989, own, new RateTrial(1, 1.0400)))).hasSize(1);
    assertThat(RateRules.tried(tried(0.01, 1.0989, own, new RateTrial(1, 1.0500)))).isEmpty();
  }

  private static Observations tried(double rate, double loss, RateTrial... trials) {
    return Known.failed(Known.measured(by(Adam.of(rate)), Measured.tried(loss, trials)));
  }

  @Test
  void aLowerRateThatGainsTwiceAsMuchShowsThatOnesOwnIsTooHigh() {
    Observations known =
        tried(0.1, 0.7, new RateTrial(0.01, 0.3), new RateTrial(0.1, 0.51), new RateTrial(1, 2));
    Finding finding = Told.only(RateRules.tried(known), FindingCode.LEARNING_RATE_HIGH);
    assertThat(finding.arguments())
        .containsEntry("evidence", "TRIAL")
        .containsEntry("better", 0.01)
        .containsEntry("loss", 0.3)
        .containsEntry("ownLoss", 0.51)
        .containsEntry("diverged", false);
    assertThat(finding.message()).contains("the loss is 0.5100, at 0.01 it is 0.3000");
    assertThat(RateRules.tried(tried(0.1, 0.7, new RateTrial(0.01, 0.3), new RateTrial(0.1, 0.49))))
        .isEmpty();
  }

  @Test
  void aTrialThatDivergesIsToldAsOne() {
    Finding finding =
        Told.only(
            RateRules.tried(
                tried(0.1, 0.7, new RateTrial(0.01, 0.3), new RateTrial(0.1, Double.NaN))),
            FindingCode.LEARNING_RATE_HIGH);
    assertThat(finding.arguments()).containsEntry("diverged", true);
    assertThat(finding.message()).contains("ends in NaN");
  }

  private static Observations slow(double own, List<EpochResult> curve) {
    return Known.trained(
        tried(1e-5, 0.7, new RateTrial(1e-5, own), new RateTrial(1e-3, 0.2)), curve);
  }

  @Test
  void aHigherRateThatGainsTwiceAsMuchShowsThatOnesOwnIsTooLow() {
    Finding finding =
        Told.only(RateRules.tried(slow(0.46, Curve.falling(30))), FindingCode.LEARNING_RATE_LOW);
    assertThat(finding.arguments()).containsEntry("better", 0.001).containsEntry("loss", 0.2);
    assertThat(RateRules.tried(slow(0.44, Curve.falling(30)))).isEmpty();
    assertThat(RateRules.tried(slow(0.66, Curve.falling(10)))).as("few steps").isEmpty();
  }

  /** A small rate is no mistake where the training had the time to get as far as a larger one. */
  @Test
  void aTrainingThatGotAsFarWasLongEnough() {
    assertThat(RateRules.tried(ended(0.22))).isEmpty();
    assertThat(Told.codes(RateRules.tried(ended(0.24)))).containsExactly("LEARNING_RATE_LOW");
  }

  private static Observations ended(double loss) {
    ModelMeasurement tried =
        Measured.tried(0.7, new RateTrial(1e-5, 0.66), new RateTrial(1e-3, 0.2));
    ModelMeasurement all =
        new ModelMeasurement(tried.initial(), Measured.state(loss), tried.trials(), null);
    return Known.trained(Known.failed(Known.measured(by(Adam.of(1e-5)), all)), Curve.falling(30));
  }

  @Test
  void trialsOfAnAnswerThatPassesSayNothing() {
    Observations known = tried(0.1, 0.7, new RateTrial(0.01, 0.3), new RateTrial(0.1, Double.NaN));
    assertThat(RateRules.tried(Known.passed(known))).isEmpty();
    assertThat(RateRules.tried(tried(0.1, 0.7))).isEmpty();
  }

  @Test
  void trialsThatAllFailSayNothing() {
    assertThat(RateRules.tried(tried(0.1, 0.7, new RateTrial(0.01, 0.8), new RateTrial(0.1, 0.9))))
        .isEmpty();
    assertThat(
            RateRules.tried(
                tried(0.1, 0.7, new RateTrial(0.01, Double.NaN), new RateTrial(0.1, Double.NaN))))
        .isEmpty();
  }
}
