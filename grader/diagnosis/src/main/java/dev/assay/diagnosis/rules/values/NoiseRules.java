package dev.assay.diagnosis.rules.values;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.LayerDraws.Noise;
import dev.assay.diagnosis.outline.ValueRange;
import dev.assay.diagnosis.outline.ValueRanges;
import dev.assay.diagnosis.rules.InputRules;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tensorflow.proto.NodeDef;

/** Noise that training adds to values. */
public final class NoiseRules {
  /** Noise so many times the size of what it is added to leaves nothing of it to be seen. */
  private static final double DROWNS = 3;

  /** The root mean square of pixels, of which most are dark, as a part of the brightest. */
  private static final double DARK = 0.3;

  private NoiseRules() {}

  /** Noise in which what it is added to drowns. */
  public static List<Finding> drowned(Observations observed) {
    DataPath path = observed.outline().training();
    ValueRanges ranges = ValueRanges.of(path, RangeRules.features(observed));
    for (NodeDef node : path.operations()) {
      Optional<Noise> noise = path.random().noise(node);
      double size = noise.map(each -> size(observed, ranges, each.values())).orElse(Double.NaN);
      if (size > 0 && noise.orElseThrow().deviation() >= DROWNS * size) {
        return List.of(
            Finding.of(
                FindingCode.STRONG_NOISE,
                "layer",
                path.layer(node),
                "noise",
                noise.orElseThrow().deviation(),
                "size",
                size));
      }
    }
    return List.of();
  }

  /** The usual size of what noise is added to; NaN where that is not known. */
  private static double size(Observations observed, ValueRanges ranges, NodeDef values) {
    DataPath path = observed.outline().training();
    ValueRange range = ranges.of(values);
    if (range.isFinite()) {
      boolean pixels = InputRules.isImage(observed) && range.low() >= 0;
      return pixels ? DARK * range.high() : range.largest();
    }
    boolean raw =
        path.back(values, node -> !path.isMove(node) && !path.dataInputs(node).isEmpty(), n -> true)
            .isEmpty();
    DataFacts data = observed.data();
    if (raw && data != null && (path.isMove(values) || path.dataInputs(values).isEmpty())) {
      return Collections.max(data.columnSizes());
    }
    return path.usesGathered(values) ? 1 : Double.NaN;
  }
}
