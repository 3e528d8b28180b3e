package dev.assay.diagnosis.rules.steps;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.schedules.CosineDecay;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.training.EpochResult;
import java.util.List;
import java.util.Optional;

/** The course of the learning rate. */
public final class ScheduleRules {
  /** A rate below this part of the first one is as good as none. */
  private static final double NOTHING = 0.01;

  /** A rate that is gone after this part of the steps leaves most of them idle. */
  private static final double EARLY = 0.4;

  /** A warm-up that gets no further than this part of its target never ends. */
  private static final double WARM = 0.5;

  private ScheduleRules() {}

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

  /** A warm-up that is longer than the training. */
  public static List<Finding> warmup(Observations observed) {
    Optional<LearningRateScheduler> scheduler =
        observed.plan().callback(LearningRateScheduler.class);
    LearningRateSchedule schedule =
        scheduler.map(LearningRateScheduler::schedule).orElse(observed.schedule());
    long steps =
        scheduler.isPresent()
            ? observed.plan().epochs()
            : (long) observed.stepsPerEpoch() * observed.plan().epochs();
    Double target = schedule instanceof CosineDecay cosine ? cosine.warmupTarget() : null;
    if (target == null
        || !(schedule instanceof CosineDecay cosine)
        || steps < 1
        || cosine.warmupSteps() <= steps
        || schedule.at(steps) >= WARM * target) {
      return List.of();
    }
    return List.of(
        Finding.of(
            FindingCode.WARMUP_TOO_LONG,
            "schedule",
            schedule.getClass().getSimpleName(),
            "target",
            target,
            "warmup",
            cosine.warmupSteps(),
            "steps",
            steps,
            "unit",
            scheduler.isPresent() ? "EPOCHS" : "STEPS",
            "reached",
            schedule.at(steps)));
  }
}
