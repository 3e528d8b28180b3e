package dev.assay.diagnosis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.rules.CurveRules;
import dev.assay.diagnosis.rules.HeadRules;
import dev.assay.diagnosis.rules.InputRules;
import dev.assay.diagnosis.rules.LabelRules;
import dev.assay.diagnosis.rules.LayerRules;
import dev.assay.diagnosis.rules.LossRules;
import dev.assay.diagnosis.rules.OutcomeRules;
import dev.assay.diagnosis.rules.PenaltyRules;
import dev.assay.diagnosis.rules.PlanRules;
import dev.assay.diagnosis.rules.Rule;
import dev.assay.diagnosis.rules.TableRules;
import dev.assay.diagnosis.rules.UnitRules;
import dev.assay.diagnosis.rules.WeightRules;
import dev.assay.diagnosis.rules.steps.OptimizerRules;
import dev.assay.diagnosis.rules.steps.RateRules;
import dev.assay.diagnosis.rules.steps.ScheduleRules;
import dev.assay.diagnosis.rules.values.AugmentationRules;
import dev.assay.diagnosis.rules.values.BiasRules;
import dev.assay.diagnosis.rules.values.HiddenRules;
import dev.assay.diagnosis.rules.values.ModeRules;
import dev.assay.diagnosis.rules.values.NoiseRules;
import dev.assay.diagnosis.rules.values.OutputRules;
import dev.assay.diagnosis.rules.values.RangeRules;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out what is wrong with an answer, from what is known of it so far. */
public final class Diagnosis {
  /** In the order in which causes are named: what reaches the weights first comes first. */
  private static final List<Rule> RULES =
      List.of(
          UnitRules::undefined,
          HeadRules::doubleActivation,
          HeadRules::sigmoids,
          HeadRules::lossOfClasses,
          LabelRules::target,
          LossRules::domain,
          LossRules::headWeight,
          LossRules::reward,
          HeadRules::relu,
          HeadRules::bounded,
          OutputRules::limited,
          OutputRules::shrunk,
          BiasRules::none,
          HeadRules::afterOutput,
          ModeRules::differing,
          InputRules::channels,
          TableRules::unused,
          TableRules::normalizedByRow,
          TableRules::collapsed,
          TableRules::oneBin,
          InputRules::scale,
          InputRules::shrunk,
          RangeRules::constant,
          LayerRules::denseBeforeFlatten,
          LayerRules::pooledAway,
          LayerRules::bottleneck,
          LayerRules::linear,
          LayerRules::stride,
          LayerRules::sigmoidStack,
          HiddenRules::softmax,
          WeightRules::noGradient,
          WeightRules::frozen,
          WeightRules::constant,
          WeightRules::wide,
          WeightRules::constraint,
          PenaltyRules::regularizer,
          PenaltyRules::dropout,
          PenaltyRules::smoothing,
          LabelRules::classWeights,
          LabelRules::sampleWeights,
          AugmentationRules::labels,
          RangeRules::cut,
          RangeRules::lookedUp,
          NoiseRules::drowned,
          RateRules::impossible,
          ScheduleRules::vanishes,
          ScheduleRules::warmup,
          OptimizerRules::clipped,
          OptimizerRules::batch,
          OptimizerRules::epsilon,
          OptimizerRules::momentum,
          PlanRules::stopping,
          PlanRules::epochs,
          PlanRules::monitor,
          UnitRules::movingAverages,
          UnitRules::dead,
          UnitRules::saturated,
          UnitRules::vanishing,
          OutcomeRules::alike,
          RateRules::tried,
          OutcomeRules::ignored,
          OutcomeRules::constant,
          OutcomeRules::classes,
          OutcomeRules::worseThanMean,
          HiddenRules::none,
          CurveRules::wasted,
          OutcomeRules::ensemble);

  /** Those that look at one history, of which an ensemble has several. */
  private static final List<Rule> OF_CURVES =
      List.of(
          CurveRules::unstable,
          CurveRules::notLearning,
          CurveRules::checkpoint,
          CurveRules::overfitting,
          CurveRules::underfitting);

  private Diagnosis() {}

  /** Returns everything that the rules find, before anything is left out. */
  public static List<Finding> all(Observations observed) {
    List<Finding> found = new ArrayList<>();
    RULES.forEach(rule -> found.addAll(rule.find(observed)));
    found.addAll(ofOthers(observed, found));
    found.addAll(ofCurves(observed));
    return found;
  }

  /** Finds what the first member of an ensemble does not show, but another one does. */
  private static List<Finding> ofOthers(Observations observed, List<Finding> found) {
    Set<FindingCode> known = found.stream().map(Finding::code).collect(toSet());
    Map<FindingCode, List<Finding>> byCode =
        IntStream.range(1, observed.members())
            .mapToObj(observed::ofMember)
            .flatMap(member -> RULES.stream().flatMap(rule -> rule.find(member).stream()))
            .filter(finding -> !known.contains(finding.code()))
            .collect(groupingBy(Finding::code, LinkedHashMap::new, toList()));
    return byCode.values().stream()
        .map(same -> same.get(0).sharedBy(same.size(), observed.members()))
        .toList();
  }

  /**
   * Finds what most members of an ensemble show, once; of a single model, or a boosted ensemble's
   * first member, what it shows.
   */
  private static List<Finding> ofCurves(Observations observed) {
    int members = observed.isBoosted() ? 1 : observed.members();
    Map<FindingCode, List<Finding>> byCode =
        IntStream.range(0, members)
            .mapToObj(observed::ofMember)
            .flatMap(member -> OF_CURVES.stream().flatMap(rule -> rule.find(member).stream()))
            .collect(groupingBy(Finding::code, LinkedHashMap::new, toList()));
    return byCode.values().stream()
        .filter(same -> 2 * same.size() > members)
        .map(same -> members < 2 ? same.get(0) : same.get(0).sharedBy(same.size(), members))
        .toList();
  }

  /**
   * Returns what is worth telling, the most important first.
   *
   * @param noticed what the inspection found, which is told in any case
   */
  public static List<Finding> of(Observations observed, List<Finding> noticed) {
    List<Finding> found = new ArrayList<>(noticed);
    found.addAll(all(observed));
    return Reasoning.of(observed, found);
  }
}
