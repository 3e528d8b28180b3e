package dev.assay.diagnosis.rules.values;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.ValueRange;
import dev.assay.diagnosis.outline.ValueRanges;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.problems.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** What is done to the outputs behind the last weights. */
public final class OutputRules {
  /** Of the targets' range; a little beyond it lies what hardly anything reaches. */
  private static final double PART = 0.1;

  /** Outputs that are made so many times smaller hardly differ from each other. */
  private static final double SMALL = 0.05;

  private static final Set<String> SQUASHING = Set.of("Softmax", "Sigmoid", "LogSoftmax");

  /** Activations with an upper end, of which other rules tell. */
  private static final Set<String> BOUNDED = Set.of("Sigmoid", "Tanh", "Softsign", "Softmax");

  private OutputRules() {}

  /** A regression whose outputs are cut off where its targets go on. */
  public static List<Finding> limited(Observations observed) {
    DataFacts data = observed.data();
    DataPath path = observed.serving();
    Optional<NodeDef> end = path.output().operation();
    boolean told =
        path.output().activation().filter(node -> BOUNDED.contains(node.getOp())).isPresent();
    if (observed.spec().task() != Task.REGRESSION || data == null || end.isEmpty() || told) {
      return List.of();
    }
    ValueRange range = ValueRanges.of(path, ValueRange.ANY).of(end.get());
    DataFacts.Targets targets = data.targets();
    double part = PART * (targets.most() - targets.least());
    if (targets.most() > range.high() + part) {
      return List.of(bounded("ABOVE", range.high(), targets));
    }
    boolean relu = path.output().activation().isPresent(); // RELU_OUTPUT tells
    return targets.least() < range.low() - part && !relu
        ? List.of(bounded("BELOW", range.low(), targets))
        : List.of();
  }

  private static Finding bounded(String range, double limit, DataFacts.Targets targets) {
    return Finding.of(
        FindingCode.BOUNDED_OUTPUT,
        "output",
        "MODEL",
        "name",
        "",
        "activation",
        "",
        "range",
        range,
        "low",
        limit,
        "high",
        limit,
        "least",
        targets.least(),
        "most",
        targets.most());
  }

  /** Classes whose outputs are made almost equal before softmax, sigmoid or the loss. */
  public static List<Finding> shrunk(Observations observed) {
    DataPath path = observed.serving();
    Optional<NodeDef> end = path.output().operation();
    if (!observed.isClassification() || end.isEmpty()) {
      return List.of();
    }
    NodeDef at = end.get();
    double factor = 1;
    while (!path.isWeighted(at)) {
      List<NodeDef> inputs = path.dataInputs(at);
      boolean passes =
          inputs.size() == 1
              && (path.isLinear(at) || (at.equals(end.get()) && SQUASHING.contains(at.getOp())));
      if (!passes) {
        return List.of();
      }
      factor *= factor(path, at);
      at = inputs.get(0);
    }
    return Math.abs(factor) <= SMALL && factor != 0
        ? List.of(
            Finding.of(
                FindingCode.OUTPUT_SHRUNK,
                "layer",
                path.layer(at),
                "times",
                Math.round(1 / Math.abs(factor)),
                "squashed",
                SQUASHING.contains(end.get().getOp())))
        : List.of();
  }

  private static double factor(DataPath path, NodeDef node) {
    Optional<Double> right = path.scalar(node, 1);
    return switch (node.getOp()) {
      case "Mul" -> right.or(() -> path.scalar(node, 0)).orElse(1.0);
      case "Div", "RealDiv" -> right.map(by -> 1 / by).orElse(1.0);
      default -> 1;
    };
  }
}
