package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adadelta;
import dev.assay.keras.optimizers.Adagrad;
import dev.assay.keras.optimizers.Clipping;
import dev.assay.keras.optimizers.Ftrl;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.EpochResult;
import dev.assay.protocol.ModelMeasurement.RateTrial;
import dev.assay.protocol.ModelMeasurement.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The size of steps, and their course. */
public final class RateRules {
  /** One step of Adam's changes each weight by about the rate: so many times its size. */
  private static final double WILD_STEP = 5;

  /** Weights that all steps together can change by this part of their size stay as they are. */
  private static final double STILL = 0.1;

  /** The same for steps along the gradient, of which the size is not known beforehand. */
  private static final double STILL_BY_GRADIENT = 0.02;

  /** Adadelta's steps begin at the root of its epsilon, and grow to about this part of the rate. */
  private static final double ADADELTAS_STEP = 0.01;

  /** A rate below this part of the first one is as good as none. */
  private static final double NOTHING = 0.01;

  /** A rate that is gone after this part of the steps leaves most of them idle. */
  private static final double EARLY = 0.4;

  private static final long SEED = 7;

  private RateRules() {}

  /** Rates that no optimizer of the kind can work with, seen before training. */
  public static List<Finding> impossible(Observations observed) {
    double rate = observed.highestRate();
    double size = typicalSize(observed);
    boolean bySign = stepsBySign(observed);
    if (size == 0) {
      return List.of();
    }
    double step = bySign ? firstStep(observed, rate) / size : rate;
    if (step >= (bySign ? WILD_STEP : 2 * WILD_STEP)) {
      return List.of(high(observed, "STEP", step, Double.NaN));
    }
    long steps = (long) observed.stepsPerEpoch() * observed.plan().epochs();
    double moved = bySign ? rate * steps / size : effective(observed, rate) * steps;
    // Of too few steps, or of those at a usual rate, something else is the cause.
    return steps >= 2L * RateTrials.STEPS
            && (rate < usual(observed) / 2 || observed.optimizer() instanceof Adadelta)
            && moved < (bySign ? STILL : STILL_BY_GRADIENT)
        ? List.of(low(observed, "STEP", moved, Double.NaN))
        : List.of();
  }

  private static boolean stepsBySign(Observations observed) {
    return !(observed.optimizer() instanceof SGD
        || observed.optimizer() instanceof Adagrad
        || observed.optimizer() instanceof Adadelta
        || observed.optimizer() instanceof Ftrl);
  }

  /** What the first step changes a weight by: RMSprop's average of squares begins at 0. */
  private static double firstStep(Observations observed, double rate) {
    return observed.optimizer() instanceof RMSprop rms ? rate / Math.sqrt(1 - rms.rho()) : rate;
  }

  private static double effective(Observations observed, double rate) {
    if (observed.optimizer() instanceof Adadelta) {
      return rate * ADADELTAS_STEP;
    }
    return observed.optimizer() instanceof SGD sgd ? rate / (1 - sgd.momentum()) : rate;
  }

  /** The median size of the kernels' values, as they are drawn. */
  private static double typicalSize(Observations observed) {
    List<Double> sizes =
        observed.manifest().weights().stream()
            .filter(weight -> weight.trainable() && weight.shape().size() >= 2)
            .filter(weight -> weight.size() < 1 << 22)
            .map(RateRules::size)
            .filter(size -> size > 0)
            .sorted()
            .toList();
    return sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
  }

  private static double size(WeightSpec weight) {
    double squares = 0;
    float[] values = weight.initializer().values(weight.shape(), SEED);
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  /**
   * A rate that short trainings show to be far from one that works: a few steps at another one do
   * better than as many at this one, and about as well as all that the answer took.
   */
  public static List<Finding> tried(Observations observed) {
    if (!observed.isBad() || observed.measured() == null) {
      return List.of();
    }
    List<RateTrial> trials = observed.measured().trials();
    Optional<RateTrial> asked = trial(trials, observed.highestRate());
    if (asked.isEmpty()) {
      return List.of();
    }
    Optional<RateTrial> best =
        trials.stream()
            .filter(trial -> Double.isFinite(trial.loss()))
            .min(Comparator.comparingDouble(RateTrial::loss));
    double before = observed.measured().initial().trainingLoss();
    if (best.isEmpty() || !(best.get().loss() < before)) {
      return List.of();
    }
    double gained = before - best.get().loss();
    double own = gain(before, asked.get().loss());
    double all = gain(before, lossAtTheEnd(observed));
    // Too few steps are too few at any rate.
    boolean brief = observed.steps() < 2L * RateTrials.STEPS;
    if (best.get().rate() == asked.get().rate()
        || (brief && best.get().rate() > asked.get().rate())
        || own > RateTrials.HALF * gained
        || all > RateTrials.MOST * gained) {
      return List.of();
    }
    return List.of(
        best.get().rate() < asked.get().rate()
            ? high(observed, "TRIAL", best.get().rate(), best.get().loss(), asked.get())
            : low(observed, "TRIAL", best.get().rate(), best.get().loss(), asked.get()));
  }

  private static double gain(double before, double after) {
    return Double.isFinite(after) ? before - after : -1;
  }

  /** The training loss that the whole training led to. */
  private static double lossAtTheEnd(Observations observed) {
    return observed.trained().map(State::trainingLoss).orElse(Double.NaN);
  }

  private static Optional<RateTrial> trial(List<RateTrial> trials, double rate) {
    return trials.stream().filter(trial -> Math.abs(trial.rate() / rate - 1) < 1e-3).findFirst();
  }

  private static Finding high(
      Observations observed, String evidence, double better, double loss, RateTrial... own) {
    return rate(FindingCode.LEARNING_RATE_HIGH, observed, evidence, better, loss, own);
  }

  private static Finding low(
      Observations observed, String evidence, double better, double loss, RateTrial... own) {
    return rate(FindingCode.LEARNING_RATE_LOW, observed, evidence, better, loss, own);
  }

  private static Finding rate(
      FindingCode code,
      Observations observed,
      String evidence,
      double number,
      double loss,
      RateTrial... own) {
    boolean trial = evidence.equals("TRIAL");
    double rate = observed.highestRate();
    double to = trial ? number : usual(observed);
    return Finding.of(
        code,
        "optimizer",
        observed.optimizer().getClass().getSimpleName(),
        "rate",
        rate,
        "evidence",
        evidence,
        "number",
        trial ? 0.0 : number,
        "better",
        to,
        "loss",
        trial ? loss : 0.0,
        "ownLoss",
        trial && Double.isFinite(own[0].loss()) ? own[0].loss() : 0.0,
        "diverged",
        trial && !Double.isFinite(own[0].loss()));
  }

  /** Keras's default of the optimizer. */
  private static double usual(Observations observed) {
    return observed.optimizer() instanceof SGD ? 0.01 : 0.001;
  }

  /** A rate that its schedule, or a callback, takes away. */
  public static List<Finding> vanishes(Observations observed) {
    return planned(observed).or(() -> seen(observed)).map(List::of).orElse(List.of());
  }

  private static Optional<Finding> planned(Observations observed) {
    long steps = (long) observed.stepsPerEpoch() * observed.plan().epochs();
    double first = observed.highestRate();
    Optional<LearningRateScheduler> scheduler =
        observed.plan().callback(LearningRateScheduler.class);
    long early = (long) (EARLY * (scheduler.isPresent() ? observed.plan().epochs() : steps));
    if (first <= 0) {
      return Optional.of(zero(observed, "SCHEDULE", 1, 0));
    }
    if (early < 1) {
      return Optional.empty();
    }
    double later =
        scheduler
            .map(callback -> callback.schedule().at(early))
            .orElse(observed.schedule().at(early));
    if (!(later < NOTHING * first)) {
      return Optional.empty();
    }
    long gone = early;
    while (gone > 0
        && (scheduler.isPresent()
                ? scheduler.get().schedule().at(gone - 1)
                : observed.schedule().at(gone - 1))
            < NOTHING * first) {
      gone--;
    }
    long epoch =
        scheduler.isPresent() ? gone + 1 : 1 + gone / Math.max(1, observed.stepsPerEpoch());
    String what = scheduler.isPresent() ? "SCHEDULER" : "SCHEDULE";
    return Optional.of(zero(observed, what, epoch, later));
  }

  private static Optional<Finding> seen(Observations observed) {
    if (!observed.isBad()
        || observed.plan().callback(ReduceLROnPlateau.class).isEmpty()
        || observed.curve().isEmpty()) {
      return Optional.empty();
    }
    List<EpochResult> curve = observed.curve().get();
    double first = observed.highestRate();
    return curve.stream()
        .filter(epoch -> epoch.learningRate() < NOTHING * first)
        .filter(epoch -> epoch.epoch() <= EARLY * curve.size() + 1)
        .findFirst()
        .map(epoch -> zero(observed, "PLATEAU", epoch.epoch(), epoch.learningRate()));
  }

  private static Finding zero(Observations observed, String what, long epoch, double rate) {
    return Finding.of(
        FindingCode.LEARNING_RATE_ZERO,
        "what",
        what,
        "name",
        what.equals("SCHEDULE")
            ? observed.schedule().getClass().getSimpleName()
            : what.equals("SCHEDULER") ? "LearningRateScheduler" : "ReduceLROnPlateau",
        "first",
        observed.highestRate(),
        "epoch",
        epoch,
        "epochs",
        observed.plan().epochs(),
        "rate",
        rate,
        "steps",
        (long) observed.stepsPerEpoch() * observed.plan().epochs());
  }

  /** Gradients cut so short that all steps together lead nowhere. */
  public static List<Finding> clipped(Observations observed) {
    Clipping clipping = observed.optimizer().tuning().clipping();
    if (clipping.kind() == Clipping.Kind.NONE || stepsBySign(observed)) {
      return List.of();
    }
    long steps = observed.steps();
    double size = typicalSize(observed);
    double most = effective(observed, observed.highestRate()) * clipping.limit() * steps;
    double reach =
        clipping.kind() == Clipping.Kind.VALUE ? most : most / Math.sqrt(typicalCount(observed));
    return steps > 0 && size > 0 && reach < size / 4
        ? List.of(
            Finding.of(
                FindingCode.GRADIENT_CLIPPED,
                "option",
                switch (clipping.kind()) {
                  case VALUE -> "clipValue";
                  case NORM -> "clipNorm";
                  default -> "globalClipNorm";
                },
                "limit",
                clipping.limit(),
                "share",
                reach / size))
        : List.of();
  }

  private static double typicalCount(Observations observed) {
    List<Long> counts =
        observed.manifest().weights().stream()
            .filter(weight -> weight.trainable() && weight.shape().size() >= 2)
            .map(WeightSpec::size)
            .sorted()
            .toList();
    return counts.isEmpty() ? 1 : counts.get(counts.size() / 2);
  }

  /** So large a batch that an epoch has hardly a step. */
  public static List<Finding> batch(Observations observed) {
    int steps = observed.stepsPerEpoch();
    long all = (long) steps * observed.plan().epochs();
    boolean few = steps > 0 && steps <= 3 && all < 150 && observed.plan().batchSize() > 64;
    if (!few || observed.data() == null) {
      return List.of();
    }
    Finding finding =
        Finding.of(
            FindingCode.BATCH_SIZE,
            "batchSize",
            observed.plan().batchSize(),
            "examples",
            observed.data().train(),
            "steps",
            steps,
            "all",
            all);
    return List.of(all < 100 ? finding : finding.as(Severity.INFO));
  }
}
