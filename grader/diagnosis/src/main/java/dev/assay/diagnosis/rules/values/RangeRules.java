package dev.assay.diagnosis.rules.values;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.ValueRange;
import dev.assay.diagnosis.outline.ValueRanges;
import dev.assay.diagnosis.rules.InputRules;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.manifest.LayerSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** What is left of values that layers cut off or compare. */
public final class RangeRules {
  /** Values that are cut at so small a part of their range are hardly told apart. */
  private static final double CUT = 0.1;

  private static final Set<String> CUTS = Set.of("Slice", "StridedSlice", "Gather", "GatherV2");

  private static final Set<String> ROUND =
      Set.of("Floor", "Round", "Rint", "Ceil", "Maximum", "Minimum", "ClipByValue");

  private static final ValueRange PIXELS = new ValueRange(0, 255);

  private RangeRules() {}

  static ValueRange features(Observations observed) {
    return InputRules.isImage(observed) ? PIXELS : ValueRange.ANY;
  }

  /**
   * A layer that gives one value whatever it gets, as a value minus itself does, or else one that
   * was measured to.
   */
  public static List<Finding> constant(Observations observed) {
    DataPath path = observed.serving();
    ValueRanges ranges = ValueRanges.of(path, features(observed));
    for (NodeDef node : path.operations()) {
      Set<NodeDef> next = path.nextWeighted(node);
      if (ranges.of(node).isSingle() && !next.isEmpty() && !path.canGoAround(node)) {
        return List.of(
            Finding.of(
                FindingCode.INPUT_IGNORED,
                "layer",
                path.layer(next.iterator().next()),
                "by",
                path.layer(node),
                "value",
                ranges.of(node).low(),
                "loss",
                0.0,
                "shuffled",
                0.0));
      }
    }
    return InputRules.constant(observed);
  }

  /** Augmentation that takes pixels from 0 to 255 for such from 0 to 1, and cuts them off there. */
  public static List<Finding> cut(Observations observed) {
    DataPath path = observed.outline().training();
    ValueRanges ranges = ValueRanges.of(path, features(observed));
    for (LayerSummary layer : observed.manifest().layers()) {
      if (path.random().draws(layer.name()).isEmpty()) {
        continue;
      }
      Optional<ValueRange> taken = taken(path, ranges, layer.name());
      for (NodeDef node : path.operations()) {
        double limit = limit(path, node);
        boolean cuts =
            path.layer(node).equals(layer.name())
                && taken.isPresent()
                && taken.get().isFinite()
                && limit > 0
                && limit < CUT * taken.get().high();
        if (cuts) {
          return List.of(
              Finding.of(
                  FindingCode.VALUES_CUT,
                  "layer",
                  layer.name(),
                  "type",
                  layer.type(),
                  "reason",
                  "RANGE",
                  "limit",
                  limit,
                  "most",
                  taken.get().high()));
        }
      }
    }
    return List.of();
  }

  /** Measurements that are looked up in a table by their whole part, as if they named something. */
  public static List<Finding> lookedUp(Observations observed) {
    DataPath path = observed.serving();
    boolean table = observed.spec().input().shape().size() == 1;
    boolean failed = observed.outcome() == null || observed.isBad();
    if (!table || !failed || observed.spec().input().type() != ElementType.FLOAT32) {
      return List.of();
    }
    return path.operations().stream()
        .filter(node -> path.looksUp(node) && path.isOfFeatures(node, at -> keepsAll(path, at)))
        .map(path::layer)
        .flatMap(name -> path.summary(name).stream())
        .limit(1)
        .map(
            layer ->
                Finding.of(
                    FindingCode.VALUES_CUT,
                    "layer",
                    layer.name(),
                    "type",
                    layer.type(),
                    "reason",
                    "LOOKUP",
                    "limit",
                    0.0,
                    "most",
                    0.0))
        .toList();
  }

  /** Returns whether an operation leaves all features there, but for fractions. */
  private static boolean keepsAll(DataPath path, NodeDef node) {
    return (path.isMove(node) && !CUTS.contains(node.getOp())) || ROUND.contains(node.getOp());
  }

  /** Returns where an operation cuts off what is larger; NaN where it does not. */
  private static double limit(DataPath path, NodeDef node) {
    return switch (node.getOp()) {
      case "Minimum" -> path.scalar(node, 1).or(() -> path.scalar(node, 0)).orElse(Double.NaN);
      case "ClipByValue" -> path.scalar(node, 2).orElse(Double.NaN);
      default -> Double.NaN;
    };
  }

  /** Returns the values that a layer takes from those before it. */
  private static Optional<ValueRange> taken(DataPath path, ValueRanges ranges, String layer) {
    return path.operations().stream()
        .filter(node -> path.layer(node).equals(layer))
        .flatMap(node -> path.dataInputs(node).stream())
        .filter(input -> !path.layer(input).equals(layer))
        .map(ranges::of)
        .findFirst();
  }
}
