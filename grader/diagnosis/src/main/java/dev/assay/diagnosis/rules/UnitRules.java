package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.ValueRange;
import dev.assay.diagnosis.outline.ValueRanges;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.protocol.ModelMeasurement.State;
import dev.assay.protocol.ModelMeasurement.Values;
import dev.assay.protocol.ModelMeasurement.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.tensorflow.proto.NodeDef;

/** Units, gradients and moving averages, as they were measured; told only of answers that fail. */
public final class UnitRules {
  /** Of a layer's units, when the rest cannot do its work. */
  private static final double MOST = 0.9;

  private static final double HALF = 0.5;

  /** First gradients so much smaller than the last ones move nothing. */
  private static final double VANISHED = 1e-3;

  /** The same beside the largest gradient of all weights: small weights let all kernels' vanish. */
  private static final double ALL_VANISHED = 1e-6;

  /** The loss with moving averages beside that with a batch's own statistics. */
  private static final double LAGS = 1.25;

  /** The difference of the two, beside the loss before training. */
  private static final double LAG = 0.05;

  private UnitRules() {}

  /** Hidden units that are 0 for every example: of a relu, or of what has a floor like one. */
  public static List<Finding> dead(Observations observed) {
    Optional<Finding> relu =
        worst(observed, Set.of("Relu", "Relu6"), values -> (double) values.dead() / values.units())
            .filter(values -> values.dead() >= MOST * values.units())
            .map(values -> units(observed, FindingCode.DEAD_UNITS, values, values.dead()));
    return relu.or(() -> silent(observed)).map(List::of).orElse(List.of());
  }

  /**
   * Finds a layer between others of which nothing but zeros comes, behind an activation. What gives
   * zeros by itself, as a value minus itself does, has no units that died.
   */
  private static Optional<Finding> silent(Observations observed) {
    if (!observed.isBad()) {
      return Optional.empty();
    }
    DataPath path = observed.serving();
    ValueRanges ranges = ValueRanges.of(path, ValueRange.ANY);
    Set<String> hidden =
        path.weighted().stream()
            .filter(node -> !path.back(node, path::isWeighted, way -> true).isEmpty())
            .flatMap(node -> path.dataInputs(node).stream())
            .filter(node -> !ranges.of(node).isSingle())
            .map(NodeDef::getName)
            .collect(Collectors.toSet());
    return observed.latest().stream()
        .flatMap(state -> state.values().stream())
        .filter(values -> hidden.contains(values.tensor()))
        .filter(values -> values.meanAbs() == 0)
        .findFirst()
        .map(values -> units(observed, FindingCode.DEAD_UNITS, values, values.same()));
  }

  /** Sigmoid and tanh units that are at an end of their range for almost every example. */
  public static List<Finding> saturated(Observations observed) {
    return worst(
            observed,
            Set.of("Sigmoid", "Tanh", "Softsign"),
            values -> (double) values.stuck() / values.units())
        .filter(values -> values.stuck() >= HALF * values.units())
        .map(
            values -> List.of(units(observed, FindingCode.SATURATED_UNITS, values, values.stuck())))
        .orElse(List.of());
  }

  private static Optional<Values> worst(
      Observations observed, Set<String> operations, ToDoubleFunction<Values> share) {
    if (!observed.isBad()) {
      return Optional.empty();
    }
    DataPath path = observed.serving();
    Map<String, String> types =
        path.operations().stream().collect(Collectors.toMap(NodeDef::getName, NodeDef::getOp));
    String last = path.output().operation().map(NodeDef::getName).orElse("");
    return observed.latest().stream()
        .flatMap(state -> state.values().stream())
        .filter(values -> operations.contains(types.getOrDefault(values.tensor(), "")))
        .filter(values -> !values.tensor().equals(last))
        .max(Comparator.comparingDouble(share));
  }

  private static Finding units(Observations observed, FindingCode code, Values values, int count) {
    DataPath path = observed.serving();
    NodeDef node =
        path.operations().stream()
            .filter(each -> each.getName().equals(values.tensor()))
            .findFirst()
            .orElseThrow();
    return Finding.of(
        code,
        "layer",
        path.layer(node),
        "activation",
        path.isActivation(node) ? Names.activation(node.getOp()) : "",
        "count",
        count,
        "units",
        values.units());
  }

  /** Gradients that all but vanish on their way back to the first layer. */
  public static List<Finding> vanishing(Observations observed) {
    if (!observed.isBad() || observed.initial().isEmpty()) {
      return List.of();
    }
    DataPath path = observed.serving();
    Map<String, Weight> weights =
        observed.initial().get().weights().stream()
            .collect(Collectors.toMap(Weight::name, weight -> weight));
    List<Weight> kernels =
        path.weighted().stream()
            .flatMap(node -> path.kernel(node).stream())
            .map(kernel -> weights.get(kernel.name()))
            .filter(weight -> weight != null && gradient(weight) > 0)
            .toList();
    if (kernels.size() < 3) {
      return List.of();
    }
    Weight first = kernels.get(0);
    Weight last = kernels.get(kernels.size() - 1);
    Weight largest =
        weights.values().stream().max(Comparator.comparingDouble(UnitRules::gradient)).orElse(last);
    boolean all = gradient(first) < ALL_VANISHED * gradient(largest);
    Weight beside = all ? largest : last;
    double ratio = gradient(first) / gradient(beside);
    return ratio < VANISHED
        ? List.of(
            Finding.of(
                FindingCode.VANISHING_GRADIENT,
                "weight",
                first.name(),
                "last",
                beside.name(),
                "ratio",
                1 / ratio,
                "layers",
                kernels.size()))
        : List.of();
  }

  private static double gradient(Weight weight) {
    return weight.gradient() == null ? 0 : weight.gradient();
  }

  /** BatchNormalization whose moving averages are not yet those of the data. */
  public static List<Finding> movingAverages(Observations observed) {
    Optional<State> trained = observed.trained();
    if (!observed.isBad()
        || observed.measured() == null
        || trained.isEmpty()
        || observed.manifest().training().updates().isEmpty()) {
      return List.of();
    }
    double serving = trained.get().train().getOrDefault("loss", Double.NaN);
    double training = trained.get().trainingLoss();
    String weight = observed.manifest().training().updates().get(0).weight();
    double before = observed.measured().initial().trainingLoss();
    return serving > LAGS * training && serving - training > LAG * Math.abs(before)
        ? List.of(
            Finding.of(
                FindingCode.MOVING_AVERAGES,
                "layer",
                weight.contains("/") ? weight.substring(0, weight.lastIndexOf('/')) : weight,
                "serving",
                serving,
                "training",
                training,
                "steps",
                observed.steps()))
        : List.of();
  }

  /** A loss that is undefined before the first step. */
  public static List<Finding> undefined(Observations observed) {
    return observed
        .initial()
        .filter(state -> !Double.isFinite(state.trainingLoss()))
        .filter(state -> observed.outcome() == null || observed.isBad())
        .map(state -> List.of(Finding.of(FindingCode.UNDEFINED_LOSS)))
        .orElse(List.of());
  }
}
