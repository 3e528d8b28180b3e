package dev.assay.diagnosis;

import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.diagnosis.facts.Outcome.Kind;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.initializers.RandomNormal;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.ModelMeasurement.Outputs;
import dev.assay.protocol.ModelMeasurement.RateTrial;
import dev.assay.protocol.ModelMeasurement.State;
import dev.assay.protocol.ModelMeasurement.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.NodeDef;

/** What is left of findings, and in which order. */
class ReasoningTest {
  private static final Observations SOUND =
      TUMOURS.of(
          Normalization.layer(),
          Dense.of(16).useBias(false),
          BatchNormalization.layer(),
          ReLU.layer(),
          Dense.of(1, SIGMOID));

  private static List<String> told(Observations known) {
    return Told.codes(Diagnosis.of(known, List.of()));
  }

  /** A measurement in which everything is wrong that can be. */
  private static ModelMeasurement ruined(Observations known) {
    Values[] dead =
        known.serving().operations().stream()
            .filter(node -> node.getOp().equals("Relu"))
            .map(NodeDef::getName)
            .map(name -> new Values(name, 16, 16, 16, 16, 0, 0, 0))
            .toArray(Values[]::new);
    State state = Measured.with(Measured.shuffled(Measured.state(0.6), 0.6), dead);
    Outputs outputs = new Outputs(0.5, 0, 0.5, List.of(), List.of());
    return new ModelMeasurement(
        Measured.state(0.7),
        Measured.withOutputs(state, outputs),
        List.of(new RateTrial(0.0001, 0.1), new RateTrial(0.001, 0.69)),
        null);
  }

  private static List<EpochResult> jumping() {
    return Curve.of(new double[] {0.7, 0.5, 0.9, 0.6, 0.6}, 0.5, 0.6, 0.7, 0.8, 0.9);
  }

  @Test
  void aStructuralCauseSilencesAllThatFollowsFromIt() {
    Observations known = DIGITS.of(Flatten.layer(), Dense.of(16, RELU), Dense.of(10, SOFTMAX));
    Observations ruined =
        Known.failed(Known.stopped(Known.measured(known, ruined(known)), jumping()));
    assertThat(Told.codes(ruined)).contains("DEAD_UNITS", "UNSTABLE", "LEARNING_RATE_HIGH");
    assertThat(told(ruined)).containsExactly("INPUT_SCALE");
  }

  @Test
  void twoCausesAreBothTold() {
    Observations known =
        DIGITS.of(
            Rescaling.by(1.0 / 255),
            Flatten.layer(),
            Dense.of(64, RELU).kernelInitializer(RandomNormal.of(0, 2)),
            Dropout.of(0.95),
            Dense.of(10, SOFTMAX));
    assertThat(told(known)).containsExactly("WIDE_WEIGHTS", "HEAVY_DROPOUT");
    assertThat(told(Known.failed(Known.stopped(known, jumping()))))
        .containsExactly("WIDE_WEIGHTS", "HEAVY_DROPOUT");
  }

  @Test
  void warningsToAnAnswerThatPassesAreNotes() {
    Observations known = DIGITS.of(Flatten.layer(), Dense.of(16, RELU), Dense.of(10, SOFTMAX));
    assertThat(Diagnosis.of(Known.failed(known), List.of()))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(Diagnosis.of(Known.passed(known), List.of()))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void whereNoCauseIsKnownTheMostTellingSymptomIsTold() {
    Outputs outputs = new Outputs(0.5, 0, 0.5, List.of(), List.of());
    State state = Measured.withOutputs(Measured.shuffled(Measured.state(0.6), 0.6), outputs);
    Observations known = Known.measured(SOUND, Measured.of(Measured.state(0.7), state));
    Observations level =
        Known.failed(Known.stopped(known, Curve.of(new double[] {0.7, 0.6, 0.6, 0.6}, 0.6)));
    assertThat(Told.codes(level)).contains("INPUT_IGNORED", "CONSTANT_OUTPUT", "UNEXPLAINED");
    assertThat(told(level)).containsExactly("INPUT_IGNORED");
    assertThat(told(Known.failed(Known.stopped(known, jumping())))).containsExactly("UNSTABLE");
  }

  /** Beside it nobody says that no mistake was found. */
  @Test
  void aLinearStackIsTold() {
    Observations known = TUMOURS.of(Normalization.layer(), Dense.of(16), Dense.of(1, SIGMOID));
    Observations failed =
        Known.failed(Known.stopped(known, Curve.of(new double[] {0.7, 0.6, 0.6, 0.6}, 0.6)));
    assertThat(told(failed)).containsExactly("LINEAR_STACK");
  }

  /** A dropout of 65 % may be, and need not be, why a model does not fit. */
  @Test
  void aNoteIsNoCauseAndComesLast() {
    Observations known =
        TUMOURS.of(
            Normalization.layer(), Dense.of(16, RELU), Dropout.of(0.65), Dense.of(1, SIGMOID));
    Observations failed =
        Known.failed(Known.stopped(known, Curve.of(new double[] {0.7, 0.6, 0.6, 0.6}, 0.6)));
    assertThat(told(failed)).containsExactly("UNDERFITTING", "HEAVY_DROPOUT");
  }

  @Test
  void aRateThatTrialsShowExplainsUnitsThatDied() {
    Observations ruined =
        Known.failed(Known.stopped(Known.measured(SOUND, ruined(SOUND)), jumping()));
    assertThat(told(ruined)).containsExactly("LEARNING_RATE_HIGH");
  }

  @Test
  void anImpossibleRateIsToldBesideAnotherCause() {
    Observations known =
        DIGITS.of(Adam.of(10), Flatten.layer(), Dense.of(16, RELU), Dense.of(10, SOFTMAX));
    assertThat(told(known)).containsExactly("INPUT_SCALE", "LEARNING_RATE_HIGH");
  }

  @Test
  void aLossThatIsUndefinedExplainsAll() {
    State state =
        Measured.with(
            Measured.state(Double.NaN), new Values("serving/relu/Relu", 16, 16, 16, 16, 0, 0, 0));
    Observations known =
        Known.ended(
            Known.measured(SOUND, Measured.of(state, null)), Outcome.unscored(Kind.DIVERGED));
    assertThat(told(known)).containsExactly("UNDEFINED_LOSS");
  }

  /** A monitor, or too few epochs, made no loss infinite. */
  @Test
  void divergenceIsPutDownToWhatCanCauseIt() {
    ModelMeasurement measured =
        new ModelMeasurement(
            Measured.state(0.7),
            null,
            List.of(new RateTrial(0.0001, 0.1), new RateTrial(0.001, Double.NaN)),
            null);
    Observations known =
        Known.measured(
            TUMOURS.of(Normalization.layer(), Dense.of(16), Dropout.of(0.9), Dense.of(1, SIGMOID)),
            measured);
    FitPlan plan = FitPlan.epochs(1).callbacks(ModelCheckpoint.best("loss"));
    Observations diverged =
        Known.ended(
            Known.trained(Known.planned(known, plan), Curve.falling(1)),
            Outcome.unscored(Kind.DIVERGED));
    List<Finding> found = Diagnosis.of(diverged, List.of());
    assertThat(found)
        .filteredOn(finding -> finding.severity() == Severity.WARNING)
        .extracting(Finding::code)
        .containsExactly(FindingCode.LEARNING_RATE_HIGH);
    assertThat(Told.codes(found))
        .startsWith("LEARNING_RATE_HIGH")
        .contains("HEAVY_DROPOUT", "LINEAR_STACK")
        .doesNotContain("STILL_IMPROVING");
  }

  /** One that watches the training set is named once, where it kept the wrong epoch. */
  @Test
  void aMonitorIsNamedOnce() {
    FitPlan plan = FitPlan.epochs(7).callbacks(ModelCheckpoint.best("loss"));
    double[] losses = {0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1};
    List<EpochResult> curve = Curve.keeping(7, Curve.of(losses, 0.6, 0.5, 0.6, 0.7, 0.8, 0.9, 1));
    Observations known = Known.trained(Known.planned(SOUND, plan), curve);
    assertThat(told(Known.failed(known))).containsExactly("CHECKPOINT_MONITOR");
    Observations underfit =
        Known.trained(
            Known.planned(SOUND, plan),
            Curve.of(new double[] {0.7, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6}, 0.6));
    assertThat(told(Known.failed(underfit))).containsExactly("UNEXPLAINED", "TRAINING_MONITOR");
  }

  @Test
  void whatTheInspectionFoundIsTold() {
    Finding noticed = Finding.of(FindingCode.SOFTMAX_OF_ONE, "regression", false);
    assertThat(Diagnosis.of(SOUND, List.of(noticed))).containsExactly(noticed);
    Observations failed = Known.failed(Known.stopped(SOUND, jumping()));
    assertThat(Told.codes(Diagnosis.of(failed, List.of(noticed))))
        .containsExactly("SOFTMAX_OF_ONE");
    assertThat(Diagnosis.of(Known.passed(SOUND), List.of(noticed)).get(0).severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void aMinDeltaExplainsThatTrainingEndedEarly() {
    FitPlan plan =
        FitPlan.epochs(30).callbacks(EarlyStopping.on("val_loss").patience(2).minDelta(0.5));
    Observations known = Known.failed(Known.stopped(Known.planned(SOUND, plan), Curve.falling(5)));
    assertThat(told(known)).containsExactly("MIN_DELTA");
  }

  /** Pairs of which an answer may hear one only. */
  private static final List<Set<String>> CONTRADICTIONS =
      List.of(
          Set.of("LEARNING_RATE_HIGH", "LEARNING_RATE_LOW"),
          Set.of("OVERFITTING", "UNDERFITTING"),
          Set.of("GENERALIZATION_GAP", "UNDERFITTING"),
          Set.of("OVERFITTING", "STILL_IMPROVING"),
          Set.of("EPOCHS_WASTED", "STILL_IMPROVING"),
          Set.of("EPOCHS_WASTED", "PATIENCE"),
          Set.of("NOT_LEARNING", "UNSTABLE"),
          Set.of("NOT_LEARNING", "EXPLODED"),
          Set.of("INPUT_SCALE", "INPUT_SHRUNK"),
          Set.of("LEARNING_RATE_LOW", "UNSTABLE"),
          Set.of("LEARNING_RATE_LOW", "EXPLODED"));

  /** Answers as chance makes them; each that fails is told something, and no two opposites. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void noAnswerHearsOppositesAndNoneThatFailsHearsNothing(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Observations known = drawn(random);
      List<Finding> found = Diagnosis.of(known, List.of());
      List<String> codes = Told.codes(found);
      assertThat(CONTRADICTIONS).as("%s", codes).noneMatch(codes::containsAll);
      assertThat(codes).doesNotHaveDuplicates();
      assertThat(found).allSatisfy(each -> assertThat(each.message()).doesNotContain("null"));
      Outcome outcome = known.outcome();
      if (outcome != null && outcome.kind() == Kind.FAILED) {
        assertThat(codes).as("%s", known.curve()).isNotEmpty();
        assertThat(found.get(0).severity() == Severity.WARNING)
            .as("%s", codes)
            .isNotEqualTo(codes.get(0).equals("UNEXPLAINED"));
      }
      if (outcome != null && outcome.kind() == Kind.PASSED) {
        assertThat(found).allMatch(finding -> finding.severity() == Severity.INFO);
      }
    }
  }

  private static final List<Observations> MODELS =
      List.of(
          SOUND,
          PLANTS.of(Dense.of(16, RELU), Dense.of(3, SOFTMAX)),
          TUMOURS.of(Dense.of(16, RELU), Dense.of(1, SIGMOID)));

  private static Observations drawn(Random random) {
    Observations model = MODELS.get(random.nextInt(MODELS.size()));
    int epochs = 1 + random.nextInt(20);
    boolean stops = random.nextBoolean();
    FitPlan plan = FitPlan.epochs(stops ? 30 : epochs);
    if (stops) {
      plan = plan.callbacks(EarlyStopping.on("val_loss").patience(random.nextInt(6)));
    }
    StopReason reason = stops ? StopReason.EARLY_STOPPING : StopReason.COMPLETED;
    Observations known =
        Known.trained(
            Known.planned(model, plan), reason, List.of(curve(random, epochs)), Double.NaN);
    if (random.nextBoolean()) {
      known = Known.measured(known, measurement(random));
    }
    Kind kind = random.nextInt(4) == 0 ? Kind.PASSED : Kind.FAILED;
    return Known.ended(known, kind);
  }

  private static List<EpochResult> curve(Random random, int epochs) {
    double[] losses = new double[epochs];
    double[] validation = new double[epochs];
    double loss = 0.2 + random.nextDouble();
    double fall = 0.7 + 0.35 * random.nextDouble();
    double noise = random.nextBoolean() ? 0 : random.nextDouble();
    double rise = random.nextBoolean() ? 0 : 0.05 * random.nextDouble();
    for (int i = 0; i < epochs; i++) {
      losses[i] = loss * (1 + noise * random.nextDouble());
      validation[i] = losses[i] + rise * i;
      loss *= fall;
    }
    return Curve.of(losses, validation);
  }

  private static ModelMeasurement measurement(Random random) {
    State trained = Measured.shuffled(Measured.state(0.5), 0.5 + random.nextDouble() / 10);
    Outputs outputs = new Outputs(0.5, random.nextInt(3) == 0 ? 0 : 0.3, 0.5, List.of(), List.of());
    List<RateTrial> trials = new ArrayList<>();
    for (double rate : new double[] {1e-5, 1e-4, 1e-3, 1e-2, 1e-1}) {
      double loss = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
      trials.add(new RateTrial(rate, loss));
    }
    return new ModelMeasurement(
        Measured.state(0.7), Measured.withOutputs(trained, outputs), trials, null);
  }

  @Test
  void theSameIsToldOfTheSame() {
    assertThat(
            Arrays.asList(
                Diagnosis.of(drawn(new Random(9)), List.of()),
                Diagnosis.of(drawn(new Random(9)), List.of())))
        .containsOnly(Diagnosis.of(drawn(new Random(9)), List.of()));
  }
}
