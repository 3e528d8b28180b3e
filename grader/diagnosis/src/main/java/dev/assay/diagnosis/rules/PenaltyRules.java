package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.Penalty;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.losses.BinaryCrossentropy;
import dev.assay.keras.losses.BinaryFocalCrossentropy;
import dev.assay.keras.losses.CategoricalCrossentropy;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.MeanSquaredError;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.ModelMeasurement.State;
import java.util.List;
import java.util.Optional;

/** What keeps a model from fitting: Dropout, penalties, smoothed labels. */
public final class PenaltyRules {
  /** A penalty so many times the loss of a guess is what is minimized instead of the loss. */
  private static final double DROWNS = 5;

  /** The same for one that was measured with the trained weights. */
  private static final double DROWNS_TRAINED = 2;

  /** The same for one on the outputs, which pulls right predictions down all the time. */
  private static final double HOLDS = 0.5;

  /** AdamW's default is 0.004, and 0.1 is strong. */
  private static final double STRONGEST_DECAY = 5;

  /** Rates are float32 in a graph, and so are the borders. */
  private static final float HEAVY = 0.6f;

  private static final float VERY_HEAVY = 0.8f;

  private static final float SMOOTH = 0.3f;

  private static final long SEED = 7;

  private PenaltyRules() {}

  /** Dropout of most values. */
  public static List<Finding> dropout(Observations observed) {
    DataPath path = observed.outline().training();
    LayerSummary heaviest = null;
    double most = 0;
    for (LayerSummary layer : observed.manifest().layers()) {
      double rate = path.random().dropped(layer.name()).orElse(0.0);
      if (rate > most) {
        most = rate;
        heaviest = layer;
      }
    }
    if (heaviest == null || most <= HEAVY) {
      return List.of();
    }
    Finding finding =
        Finding.of(
            FindingCode.HEAVY_DROPOUT,
            "layer",
            heaviest.name(),
            "type",
            heaviest.type(),
            "rate",
            most);
    return List.of(most >= VERY_HEAVY ? finding : finding.as(Severity.INFO));
  }

  /** Penalties beside which the loss does not matter. */
  public static List<Finding> regularizer(Observations observed) {
    List<Finding> decay = decay(observed);
    List<Penalty> penalties = observed.outline().training().penalties();
    if (penalties.isEmpty() || !decay.isEmpty()) {
      return decay;
    }
    double guess = guess(observed);
    Optional<State> trained = observed.trained();
    double initial =
        observed
            .initial()
            .map(State::penalty)
            .orElseGet(() -> penalties.stream().mapToDouble(PenaltyRules::expected).sum());
    // Beside a loss that goes below 0, such as Poisson's, its size says nothing.
    boolean drowns = guess > 0 && initial > DROWNS * guess;
    boolean stillDrowns =
        guess > 0
            && trained.isPresent()
            && trained.get().penalty() > DROWNS_TRAINED * trained.get().trainingLoss()
            && trained.get().penalty() > guess / 2;
    double outputs = ofRightOutputs(observed, penalties);
    boolean held = guess > 0 && outputs > HOLDS * guess;
    // A penalty that training has brought down to nothing, weights and all.
    if (!drowns && !stillDrowns && !held) {
      return List.of();
    }
    Penalty strongest =
        penalties.stream()
            .filter(penalty -> !held || penalty.ofOutput())
            .max((a, b) -> Double.compare(a.squared() + a.absolute(), b.squared() + b.absolute()))
            .orElseThrow();
    WeightSpec weight = strongest.weight();
    return List.of(
        Finding.of(
            FindingCode.REGULARIZER_DOMINATES,
            "weight",
            weight == null ? "" : weight.name(),
            "kind",
            strongest.squared() >= strongest.absolute() ? "L2" : "L1",
            "factor",
            Math.max(strongest.squared(), strongest.absolute()),
            "penalty",
            held ? outputs : drowns ? initial : trained.orElseThrow().penalty(),
            "loss",
            held || drowns ? guess : trained.orElseThrow().trainingLoss(),
            "trained",
            !held && !drowns));
  }

  /**
   * Weight decay that pulls weights down faster than steps of the rate can hold them up: at a size
   * of 1 / decay the two are even, where steps have the size of the rate.
   */
  private static List<Finding> decay(Observations observed) {
    double decay = observed.optimizer().tuning().weightDecay();
    return decay > STRONGEST_DECAY
        ? List.of(
            Finding.of(
                FindingCode.REGULARIZER_DOMINATES,
                "weight",
                "",
                "kind",
                "DECAY",
                "factor",
                decay,
                "penalty",
                1 / decay,
                "loss",
                0.0,
                "trained",
                false))
        : List.of();
  }

  /** The loss of an answer that knows nothing but the classes' number or the targets' spread. */
  static double guess(Observations observed) {
    if (observed.spec().task() == Task.REGRESSION) {
      if (observed.data() != null && observed.loss() instanceof MeanSquaredError) {
        return spread(observed.data());
      }
      return observed
          .initial()
          .map(State::trainingLoss)
          .filter(Double::isFinite)
          .orElse(observed.data() == null ? Double.POSITIVE_INFINITY : spread(observed.data()));
    }
    return Math.log(Math.max(2, observed.spec().classes()));
  }

  /** The mean squared error of always predicting the mean. */
  private static double spread(DataFacts data) {
    return Math.max(1e-9, Math.pow(data.targets().spread(), 2));
  }

  /** The penalty on right predictions of a regression, where outputs themselves are kept small. */
  private static double ofRightOutputs(Observations observed, List<Penalty> penalties) {
    DataFacts data = observed.data();
    if (observed.spec().task() != Task.REGRESSION || data == null) {
      return 0;
    }
    double mean = data.targets().mean();
    return penalties.stream()
        .filter(Penalty::ofOutput)
        .mapToDouble(
            p -> p.squared() * (mean * mean + spread(data)) + p.absolute() * Math.abs(mean))
        .sum();
  }

  /** A penalty with weights as their initializer draws them. */
  private static double expected(Penalty penalty) {
    WeightSpec weight = penalty.weight();
    if (weight == null || weight.size() > 1 << 22) {
      return 0;
    }
    double sum = 0;
    for (float value : weight.initializer().values(weight.shape(), SEED)) {
      sum += penalty.squared() * value * value + penalty.absolute() * Math.abs(value);
    }
    return sum;
  }

  /** Labels that are smoothed until they say little. */
  public static List<Finding> smoothing(Observations observed) {
    double smoothing = smoothing(observed.loss());
    return smoothing > SMOOTH
        ? List.of(
            Finding.of(
                FindingCode.LABEL_SMOOTHING,
                "smoothing",
                smoothing,
                "loss",
                observed.loss().getClass().getSimpleName()))
        : List.of();
  }

  private static double smoothing(Loss loss) {
    if (loss instanceof CategoricalCrossentropy crossentropy) {
      return crossentropy.labelSmoothing();
    } else if (loss instanceof BinaryCrossentropy crossentropy) {
      return crossentropy.labelSmoothing();
    }
    return loss instanceof BinaryFocalCrossentropy focal ? focal.labelSmoothing() : 0;
  }
}
