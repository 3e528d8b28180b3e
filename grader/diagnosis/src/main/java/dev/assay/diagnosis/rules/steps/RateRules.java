package dev.assay.diagnosis.rules.steps;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.optimizers.Adadelta;
import dev.assay.protocol.ModelMeasurement.RateTrial;
import dev.assay.protocol.ModelMeasurement.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Learning rates that are far off. */
public final class RateRules {
  /** One step of Adam's changes each weight by about the rate: so many times its size. */
  private static final double WILD_STEP = 5;

  /** Weights that all steps together can change by this part of their size stay as they are. */
  private static final double STILL = 0.1;

  /** The same for steps along the gradient, of which the size is not known beforehand. */
  private static final double STILL_BY_GRADIENT = 0.02;

  private RateRules() {}

  /** Rates that no optimizer of the kind can work with, seen before training. */
  public static List<Finding> impossible(Observations observed) {
    double rate = observed.highestRate();
    double size = StepSizes.ofWeights(observed);
    boolean bySign = StepSizes.areBySign(observed);
    if (size == 0) {
      return List.of();
    }
    double step = bySign ? StepSizes.first(observed, rate) / size : rate;
    if (step >= (bySign ? WILD_STEP : 2 * WILD_STEP)) {
      return List.of(high(observed, "STEP", step, Double.NaN));
    }
    long steps = (long) observed.stepsPerEpoch() * observed.plan().epochs();
    double moved = bySign ? rate * steps / size : StepSizes.effective(observed, rate) * steps;
    // Of too few steps, or of those at a usual rate, something else is the cause.
    return steps >= 2L * RateTrials.STEPS
            && (rate < StepSizes.usualRate(observed) / 2
                || observed.optimizer() instanceof Adadelta)
            && moved < (bySign ? STILL : STILL_BY_GRADIENT)
        ? List.of(low(observed, "STEP", moved, Double.NaN))
        : List.of();
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
    boolean ruins =
        asked.get().rate() > best.get().rate() && own < -RateTrials.CLEAR * size(before);
    boolean clear = ruins || gained >= RateTrials.CLEAR * size(before);
    if (!clear
        || best.get().rate() == asked.get().rate()
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

  /** A loss that became infinite fell by less than nothing. */
  private static double gain(double before, double after) {
    return Double.isFinite(after) ? before - after : -size(before);
  }

  private static double size(double loss) {
    return Math.max(1e-9, Math.abs(loss));
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
    double to = trial ? number : StepSizes.advisedRate(observed);
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
}
