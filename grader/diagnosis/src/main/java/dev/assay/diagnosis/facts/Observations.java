package dev.assay.diagnosis.facts;

import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.ModelOutline;
import dev.assay.keras.ensembles.Boosting;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ImageTolerance;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.ModelMeasurement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an answer, as far as its grading has come.
 *
 * @param spec of the problem
 * @param tolerance what its images bear
 * @param plan of the training
 * @param outlines of the model, or of each member of an ensemble; at least one
 * @param data null where the data was not looked at
 * @param measured inside the model, or an ensemble's first member; null where the model was not
 *     looked into
 * @param training null before it
 * @param outcome null before it
 */
public record Observations(
    ProblemSpec spec,
    ImageTolerance tolerance,
    FitPlan plan,
    List<ModelOutline> outlines,
    @Nullable DataFacts data,
    @Nullable ModelMeasurement measured,
    @Nullable TrainingFacts training,
    @Nullable Outcome outcome) {

  public Observations {
    outlines = List.copyOf(outlines);
  }

  /** The model, or the first member of an ensemble. */
  public ModelOutline outline() {
    return outlines.get(0);
  }

  public Manifest manifest() {
    return outline().manifest();
  }

  /** The path of values in prediction. */
  public DataPath serving() {
    return outline().serving();
  }

  public Optimizer optimizer() {
    return manifest().compilation().optimizer();
  }

  /** The loss of the output that is scored. */
  public Loss loss() {
    return manifest().compilation().loss();
  }

  /** Returns whether an example has one of several classes, two included. */
  public boolean isClassification() {
    return spec.task() == Task.MULTICLASS_CLASSIFICATION
        || spec.task() == Task.BINARY_CLASSIFICATION;
  }

  /**
   * Returns whether symptoms are worth naming: the answer failed, or was only looked into, when
   * somebody asks what could be wrong with it.
   */
  public boolean isBad() {
    return outcome == null ? measured != null : outcome.isBad();
  }

  /** The learning rate's course over the steps, where no callback changes it epoch by epoch. */
  public LearningRateSchedule schedule() {
    return manifest().compilation().schedule();
  }

  /** The highest learning rate: that of the first step, or what it is warmed up to. */
  public double highestRate() {
    return LearningRates.highest(plan, schedule(), data == null ? 0 : data.train());
  }

  /** The steps of an epoch; 0 where the size of the training set is not known. */
  public int stepsPerEpoch() {
    return data == null ? 0 : 1 + (data.train() - 1) / plan.batchSize();
  }

  /** The steps that were taken, or are planned; 0 where that is not known. */
  public long steps() {
    int epochs = curve().isEmpty() ? plan.epochs() : curve().get().size();
    return (long) stepsPerEpoch() * epochs;
  }

  /** The history of the model, or of an ensemble's first member; empty before its first epoch. */
  public Optional<List<EpochResult>> curve() {
    return training == null
        ? Optional.empty()
        : training.curves().stream().findFirst().filter(curve -> !curve.isEmpty());
  }

  /** How many models were built: one, or the members of an ensemble. */
  public int members() {
    return outlines.size();
  }

  /**
   * Returns whether the model is a boosted ensemble, whose members after the first have training
   * losses over weighted examples, which do not compare with validation losses.
   */
  public boolean isBoosted() {
    return plan.ensemble() instanceof Boosting;
  }

  /**
   * What is known of one member of an ensemble alone: its graph, and its history unless {@linkplain
   * #isBoosted() boosting} weighted the examples. Only the first one's inside is measured.
   *
   * @param member in [0, {@link #members()})
   */
  public Observations ofMember(int member) {
    return new Observations(
        spec,
        tolerance,
        plan,
        List.of(outlines.get(member)),
        data,
        member == 0 ? measured : null,
        training == null || (isBoosted() && member > 0) ? null : training.ofMember(member),
        outcome);
  }

  /** What was measured with the trained weights, or else before training. */
  public Optional<ModelMeasurement.State> latest() {
    return measured == null
        ? Optional.empty()
        : Optional.of(measured.trained() != null ? measured.trained() : measured.initial());
  }

  /** What was measured with the trained weights. */
  public Optional<ModelMeasurement.State> trained() {
    return measured == null ? Optional.empty() : Optional.ofNullable(measured.trained());
  }

  /** What was measured before training. */
  public Optional<ModelMeasurement.State> initial() {
    return measured == null ? Optional.empty() : Optional.of(measured.initial());
  }
}
