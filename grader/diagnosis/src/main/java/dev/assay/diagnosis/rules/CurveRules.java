package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.training.EpochResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the history shows; told only of answers that fail, but for the note on wasted epochs. */
public final class CurveRules {
  /** A training loss of at least this part of the validation loss is not far from it. */
  private static final double CLOSE = 0.8;

  /** A loss so many times its lowest so far has exploded. */
  private static final double EXPLODED = 10;

  /** A training loss that jumps up in one of so many epochs does not settle. */
  private static final int EPOCHS_A_JUMP = 5;

  /** The fewest epochs of which a third is worth saving. */
  private static final int MANY = 12;

  private static final int THIRD = 3;

  private static final double HALF = 0.5;

  private CurveRules() {}

  /** A training loss that never moves. */
  public static List<Finding> notLearning(Observations observed) {
    return failed(observed)
        .filter(Curves::isFlat)
        .map(
            curve ->
                List.of(
                    Finding.of(
                        FindingCode.NOT_LEARNING,
                        "loss",
                        Curves.loss(Curves.kept(curve)),
                        "epochs",
                        curve.size())))
        .orElse(List.of());
  }

  /** A training loss that jumps up and down, or exploded and came back. */
  public static List<Finding> unstable(Observations observed) {
    Optional<List<EpochResult>> failed = failed(observed);
    if (failed.isEmpty()) {
      return List.of();
    }
    List<EpochResult> curve = failed.get();
    Optional<Finding> exploded = exploded(curve);
    if (exploded.isPresent()) {
      return List.of(exploded.get());
    }
    long jumps = Curves.jumps(curve);
    return curve.size() > 1 && jumps * EPOCHS_A_JUMP >= curve.size()
        ? List.of(Finding.of(FindingCode.UNSTABLE, "jumps", jumps, "epochs", curve.size()))
        : List.of();
  }

  private static Optional<Finding> exploded(List<EpochResult> curve) {
    double lowest = Double.POSITIVE_INFINITY;
    for (EpochResult epoch : curve) {
      double loss = Curves.loss(epoch);
      if (loss > EXPLODED * lowest && lowest > 1e-3) {
        return Optional.of(
            Finding.of(FindingCode.EXPLODED, "epoch", epoch.epoch(), "from", lowest, "to", loss));
      }
      lowest = Math.min(lowest, loss);
    }
    return Optional.empty();
  }

  /** A checkpoint that kept an epoch that is clearly worse than another one. */
  public static List<Finding> checkpoint(Observations observed) {
    Outcome outcome = observed.outcome();
    Optional<List<EpochResult>> curve = observed.curve();
    if (outcome == null
        || curve.isEmpty()
        || !(outcome.kind() == Outcome.Kind.FAILED || outcome.nearThreshold())) {
      return List.of();
    }
    int examples = observed.data() == null ? 0 : observed.data().validation();
    CheckpointMonitor monitor = CheckpointMonitor.of(observed.plan(), examples);
    EpochResult kept = Curves.kept(curve.get());
    return monitor.better(curve.get(), kept).map(better -> monitor.finding(kept, better)).stream()
        .toList();
  }

  /** A validation loss that rises while the training loss falls, or lies far above it. */
  public static List<Finding> overfitting(Observations observed) {
    Optional<List<EpochResult>> failed = failed(observed);
    if (failed.isEmpty()) {
      return List.of();
    }
    List<EpochResult> curve = failed.get();
    EpochResult best = Curves.lowest(curve);
    EpochResult last = Curves.last(curve);
    if (last.epoch() - best.epoch() >= Math.min(curve.size() / THIRD, THIRD)
        && Curves.rises(best, last)
        && Curves.loss(last) < Curves.loss(best)) {
      return List.of(
          Finding.of(
              FindingCode.OVERFITTING,
              "epoch",
              best.epoch(),
              "from",
              Curves.validation(best),
              "to",
              Curves.validation(last)));
    }
    return Curves.loss(best) < Curves.more(Curves.validation(best), CLOSE - 1)
        ? List.of(
            Finding.of(
                FindingCode.GENERALIZATION_GAP,
                "loss",
                Curves.loss(best),
                "validation",
                Curves.validation(best)))
        : List.of();
  }

  /**
   * A model that does not fit the training set either: it may be too weak, or held back. Where
   * nothing about the model says so, that no cause is known.
   */
  public static List<Finding> underfitting(Observations observed) {
    Optional<List<EpochResult>> failed = failed(observed);
    return failed.isEmpty()
        ? List.of()
        : List.of(
            weak(observed, failed.get()).orElseGet(() -> unexplained(observed, failed.get())));
  }

  private static Optional<Finding> weak(Observations observed, List<EpochResult> curve) {
    EpochResult best = Curves.kept(curve);
    double loss = Curves.loss(best);
    double validation = Curves.validation(best);
    boolean above = loss > Curves.more(validation, 1 / CLOSE - 1);
    Strength strength = Strength.of(observed);
    boolean held = strength.dropped() > HALF || (above && strength.isHeldBack());
    return strength.isSmall() || held
        ? Optional.of(
            Finding.of(
                FindingCode.UNDERFITTING,
                "relation",
                above ? "ABOVE" : "EQUAL",
                "loss",
                loss,
                "validation",
                validation,
                "held",
                held,
                "small",
                strength.isSmall(),
                "layer",
                strength.layer(),
                "width",
                strength.width()))
        : Optional.empty();
  }

  private static Finding unexplained(Observations observed, List<EpochResult> curve) {
    Outcome outcome = Objects.requireNonNull(observed.outcome());
    Progress progress = Progress.of(curve, outcome);
    return Finding.of(
        FindingCode.UNEXPLAINED,
        "improving",
        Progress.endsBest(observed, curve),
        "metric",
        outcome.metric(),
        "value",
        outcome.value(),
        "reach",
        progress.reach(),
        "threshold",
        outcome.threshold());
  }

  /** Epochs after the best one that nobody needs. */
  public static List<Finding> wasted(Observations observed) {
    Outcome outcome = observed.outcome();
    Optional<List<EpochResult>> curve = observed.curve();
    if (outcome == null
        || outcome.kind() != Outcome.Kind.PASSED
        || curve.isEmpty()
        || observed.training() == null
        || observed.training().curves().size() > 1
        || observed.plan().callback(EarlyStopping.class).isPresent()) {
      return List.of();
    }
    int epochs = curve.get().size();
    int best = Curves.kept(curve.get()).epoch();
    return epochs >= MANY && best * THIRD <= epochs
        ? List.of(
            Finding.of(FindingCode.EPOCHS_WASTED, "epoch", best, "epochs", epochs)
                .as(Severity.INFO))
        : List.of();
  }

  private static Optional<List<EpochResult>> failed(Observations observed) {
    Outcome outcome = observed.outcome();
    return outcome != null && outcome.kind() == Outcome.Kind.FAILED
        ? observed.curve().filter(curve -> !curve.isEmpty())
        : Optional.empty();
  }
}
