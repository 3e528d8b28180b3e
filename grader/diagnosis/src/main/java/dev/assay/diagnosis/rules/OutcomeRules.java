package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.diagnosis.facts.TrainingFacts;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.ensembles.Boosting;
import dev.assay.problems.Task;
import dev.assay.protocol.ModelMeasurement.Outputs;
import dev.assay.protocol.ModelMeasurement.State;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** What the predictions themselves show; told only of answers that fail. */
public final class OutcomeRules {
  private static final double NEARLY_ALL = 0.95;

  /** Examples of a class that chance does not miss all of. */
  private static final int ENOUGH = 5;

  /** A spread of predictions beside that of the labels that amounts to one value. */
  private static final double CONSTANT = 1e-3;

  /** A loss with other examples' features that is as good. */
  private static final double SAME = 0.02;

  /** The spread between members beside that between examples. */
  private static final double ALIKE = 0.01;

  private OutcomeRules() {}

  /** One value for all examples. */
  public static List<Finding> constant(Observations observed) {
    Optional<State> trained = observed.trained();
    if (!observed.isBad() || trained.isEmpty()) {
      return List.of();
    }
    Outputs outputs = trained.get().outputs();
    double scale = observed.spec().task() == Task.REGRESSION ? outputs.labelSpread() : 1;
    return outputs.spread() < CONSTANT * scale
        ? List.of(Finding.of(FindingCode.CONSTANT_OUTPUT, "value", outputs.mean()))
        : List.of();
  }

  /** Classes that are predicted always or never. */
  public static List<Finding> classes(Observations observed) {
    Outcome outcome = observed.outcome();
    if (outcome == null || !observed.isBad() || outcome.confusion().isEmpty()) {
      return List.of();
    }
    List<List<Integer>> confusion = outcome.confusion();
    int total = confusion.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    List<Integer> never = new ArrayList<>();
    for (int label = 0; label < confusion.size(); label++) {
      int column = label;
      int predicted = confusion.stream().mapToInt(row -> row.get(column)).sum();
      int actual = confusion.get(label).stream().mapToInt(Integer::intValue).sum();
      if (predicted >= NEARLY_ALL * total) {
        return List.of(
            Finding.of(
                FindingCode.ONE_CLASS_PREDICTED,
                "class",
                label,
                "count",
                predicted,
                "total",
                total));
      }
      if (predicted == 0 && actual >= ENOUGH) {
        never.add(label);
      }
    }
    return never.isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                FindingCode.CLASS_NEVER_PREDICTED,
                "class",
                never.get(0),
                "classes",
                never.size(),
                "examples",
                confusion.get(never.get(0)).stream().mapToInt(Integer::intValue).sum()));
  }

  /** A regression that does worse than the mean would. */
  public static List<Finding> worseThanMean(Observations observed) {
    Outcome outcome = observed.outcome();
    return outcome != null && outcome.metric().equals("r2") && outcome.value() < 0
        ? List.of(Finding.of(FindingCode.WORSE_THAN_MEAN, "value", outcome.value()))
        : List.of();
  }

  /** Predictions that do not depend on the features. */
  public static List<Finding> ignored(Observations observed) {
    Optional<State> trained = observed.trained();
    if (!observed.isBad() || trained.isEmpty()) {
      return List.of();
    }
    double loss = trained.get().validation().getOrDefault("loss", Double.NaN);
    double shuffled = trained.get().shuffledLoss();
    return Math.abs(shuffled - loss) <= SAME * Math.abs(loss)
        ? List.of(
            Finding.of(
                FindingCode.INPUT_IGNORED,
                "layer",
                "",
                "by",
                "",
                "value",
                0.0,
                "loss",
                loss,
                "shuffled",
                shuffled))
        : List.of();
  }

  /**
   * An ensemble beside its members, whose losses include penalties; its own does not. A vote on
   * classes is left out: its probabilities are shares of votes, whose loss says little.
   */
  public static List<Finding> ensemble(Observations observed) {
    TrainingFacts training = observed.training();
    if (training == null
        || training.curves().size() < 2
        || Double.isNaN(training.keptLoss())
        || isVoteOnClasses(observed)) {
      return List.of();
    }
    DoubleSummaryStatistics losses =
        training.curves().stream()
            .mapToDouble(curve -> Curves.validation(Curves.kept(curve)))
            .summaryStatistics();
    return List.of(
        Finding.of(
            FindingCode.ENSEMBLE,
            "loss",
            training.keptLoss(),
            "members",
            training.curves().size(),
            "least",
            losses.getMin(),
            "most",
            losses.getMax(),
            "gains",
            training.keptLoss() < losses.getMin()));
  }

  private static boolean isVoteOnClasses(Observations observed) {
    return observed.isBoosted()
        && Boosting.isOfClasses(observed.loss(), observed.manifest().output().size());
  }

  /**
   * An ensemble whose members all predict the same. Where boosting stopped early, the members that
   * were not trained are copies.
   */
  public static List<Finding> alike(Observations observed) {
    Double spread = observed.measured() == null ? null : observed.measured().memberSpread();
    return observed.isBad() && spread != null && spread < ALIKE && !stoppedEarly(observed)
        ? List.of(Finding.of(FindingCode.MEMBERS_ALIKE, "spread", spread))
        : List.of();
  }

  private static boolean stoppedEarly(Observations observed) {
    TrainingFacts training = observed.training();
    return observed.isBoosted()
        && training != null
        && training.curves().size() < observed.members();
  }
}
