package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.Monitored;
import dev.assay.keras.losses.MeanSquaredError;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Epochs and callbacks. */
public final class PlanRules {
  /** A validation loss rises by chance for an epoch or two. */
  private static final int BY_CHANCE = 2;

  /** Passes over the training set that no model of this size learns enough from. */
  private static final int FEW = 2;

  /** Of improvements by so much of the whole way a training has two or three. */
  private static final double LARGE_STEP = 0.25;

  /** A part of the loss of a guess that takes a training many steps to get down to. */
  private static final double UNREACHED = 0.05;

  /** Steps after which few trainings are as far. */
  private static final int SOON = 1_000;

  /** A value that is better by this part, without having counted, is more than noise. */
  private static final double UNCOUNTED = 0.1;

  private PlanRules() {}

  /** Early stopping that ended training while it still improved, or that will. */
  public static List<Finding> stopping(Observations observed) {
    Optional<EarlyStopping> callback = observed.plan().callback(EarlyStopping.class);
    if (callback.isEmpty()) {
      return List.of();
    }
    return observed.outcome() == null
        ? planned(observed, callback.get())
        : seen(observed, callback.get());
  }

  private static List<Finding> planned(Observations observed, EarlyStopping callback) {
    double guess = guess(observed, callback.monitor());
    if (callback.minDelta() > LARGE_STEP * guess) {
      return List.of(minDelta(observed, callback, "PLAN", 0, guess));
    }
    Double baseline = callback.baseline();
    long steps = (long) callback.patience() * observed.stepsPerEpoch();
    boolean early = baseline != null && baseline < UNREACHED * guess && steps > 0 && steps < SOON;
    if (early) {
      return List.of(patience(observed, callback, "BASELINE_PLAN", 0));
    }
    return callback.patience() < BY_CHANCE
        ? List.of(patience(observed, callback, "PLAN", 0).as(Severity.INFO))
        : List.of();
  }

  /** The value of a monitored loss for an answer that knows nothing; NaN of anything else. */
  private static double guess(Observations observed, String monitor) {
    boolean loss = monitor.equals("loss") || monitor.equals("val_loss");
    boolean usual = observed.isClassification() || observed.loss() instanceof MeanSquaredError;
    boolean plain =
        observed.manifest().compilation().heads().size() == 1
            && observed.outline().training().penalties().isEmpty();
    return loss && usual && plain && observed.data() != null
        ? PenaltyRules.guess(observed)
        : Double.NaN;
  }

  private static List<Finding> seen(Observations observed, EarlyStopping callback) {
    Optional<List<EpochResult>> curve = observed.curve();
    boolean stopped =
        curve.isPresent()
            && observed.training() != null
            && StopReason.EARLY_STOPPING.name().equals(observed.training().stopReason());
    if (!stopped || !observed.isBad()) {
      return List.of();
    }
    List<EpochResult> epochs = curve.get();
    boolean improving = Curves.endsFalling(epochs) || Curves.endsImproving(epochs);
    int ran = epochs.size();
    if (callback.baseline() != null && neverReached(epochs, callback, callback.baseline())) {
      return List.of(patience(observed, callback, "BASELINE", ran));
    }
    double gained =
        Curves.value(epochs.get(0), callback.monitor())
            - Curves.value(Curves.last(epochs), callback.monitor());
    boolean soon =
        improving
            && gained != 0
            && ran <= callback.startFromEpoch() + 3 * Math.max(1, callback.patience()) + 2;
    if (callback.minDelta() > 0 && (soon || (improving && isUncounted(epochs, callback)))) {
      return List.of(minDelta(observed, callback, "SEEN", ran, Math.abs(gained)));
    }
    return callback.patience() <= BY_CHANCE && ran < observed.plan().epochs()
        ? List.of(patience(observed, callback, "SEEN", ran))
        : List.of();
  }

  /** Returns whether a value got clearly better than the best one that counted. */
  private static boolean isUncounted(List<EpochResult> epochs, EarlyStopping callback) {
    double sign = Metric.higherIsBetter(callback.monitor()) ? -1 : 1;
    double counted = Double.POSITIVE_INFINITY;
    double best = Double.POSITIVE_INFINITY;
    for (EpochResult epoch : epochs) {
      double value = sign * Curves.value(epoch, callback.monitor());
      best = Math.min(best, value);
      counted = value < counted - callback.minDelta() ? value : counted;
    }
    return best < Curves.more(counted, -UNCOUNTED);
  }

  private static boolean neverReached(
      List<EpochResult> epochs, EarlyStopping callback, double baseline) {
    boolean rising = Metric.higherIsBetter(callback.monitor());
    return epochs.stream()
        .mapToDouble(epoch -> Curves.value(epoch, callback.monitor()))
        .noneMatch(value -> rising ? value > baseline : value < baseline);
  }

  private static Finding minDelta(
      Observations observed, EarlyStopping callback, String reason, int epoch, double gained) {
    return Finding.of(
        FindingCode.MIN_DELTA,
        "reason",
        reason,
        "minDelta",
        callback.minDelta(),
        "monitor",
        callback.monitor(),
        "epoch",
        epoch,
        "epochs",
        observed.plan().epochs(),
        "gained",
        gained);
  }

  private static Finding patience(
      Observations observed, EarlyStopping callback, String reason, int epoch) {
    Double baseline = callback.baseline();
    return Finding.of(
        FindingCode.PATIENCE,
        "reason",
        reason,
        "patience",
        callback.patience(),
        "monitor",
        callback.monitor(),
        "baseline",
        baseline == null ? 0.0 : baseline,
        "epoch",
        epoch,
        "epochs",
        observed.plan().epochs());
  }

  /**
   * Callbacks that look at the training set, whose values get better by heart. After training it is
   * only noted: where a checkpoint kept the wrong epoch, {@link CurveRules#checkpoint} tells.
   */
  public static List<Finding> monitor(Observations observed) {
    List<Finding> found = new ArrayList<>();
    for (Callback callback : observed.plan().callbacks()) {
      if (callback instanceof Monitored watching && !watching.monitor().startsWith("val_")) {
        Finding finding =
            Finding.of(
                FindingCode.TRAINING_MONITOR,
                "callback",
                callback.getClass().getSimpleName(),
                "method",
                callback instanceof ModelCheckpoint ? "best" : "on",
                "monitor",
                watching.monitor());
        boolean decides = callback instanceof ModelCheckpoint && observed.outcome() == null;
        found.add(decides ? finding : finding.as(Severity.INFO));
      }
    }
    return found;
  }

  /** Training that ended, or is to end, before the model could fit the data. */
  public static List<Finding> epochs(Observations observed) {
    int epochs = observed.plan().epochs();
    Outcome outcome = observed.outcome();
    if (outcome == null) {
      return epochs <= FEW ? List.of(few(epochs).as(Severity.INFO)) : List.of();
    }
    Optional<List<EpochResult>> curve = observed.curve();
    if (!observed.isBad()
        || outcome.kind() == Outcome.Kind.DIVERGED
        || curve.isEmpty()
        || curve.get().size() < epochs) {
      return List.of();
    }
    List<EpochResult> all = curve.get();
    if (epochs <= FEW) {
      return List.of(few(epochs));
    }
    return Progress.endsBest(observed, all) && Progress.of(all, outcome).canPass()
        ? List.of(Finding.of(FindingCode.STILL_IMPROVING, "reason", "BEST_LAST", "epoch", epochs))
        : List.of();
  }

  private static Finding few(int epochs) {
    return Finding.of(
        FindingCode.STILL_IMPROVING,
        "reason",
        epochs == 1 ? "ONE_EPOCH" : "FEW_EPOCHS",
        "epoch",
        epochs);
  }
}
