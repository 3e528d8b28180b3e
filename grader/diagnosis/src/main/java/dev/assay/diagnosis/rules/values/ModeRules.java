package dev.assay.diagnosis.rules.values;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.models.manifest.LayerSummary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/** Where training and prediction compute different things. */
public final class ModeRules {
  /** Pass values on, whatever their shape is called. */
  private static final Set<String> NOTHING = Set.of("Identity", "Snapshot", "StopGradient");

  private static final int MOST_NAMED = 3;

  private ModeRules() {}

  /**
   * Layers before the last weights that compute something in training only, or in prediction only,
   * and neither draw at random nor gather moments, as Dropout and BatchNormalization do.
   */
  public static List<Finding> differing(Observations observed) {
    DataPath serving = observed.serving();
    DataPath training = observed.outline().training();
    return observed.manifest().layers().stream()
        .map(LayerSummary::name)
        .filter(layer -> training.random().draws(layer).isEmpty() && !training.gathers(layer))
        .map(layer -> difference(layer, operations(training, layer), operations(serving, layer)))
        .filter(Objects::nonNull)
        .limit(1)
        .toList();
  }

  private static @Nullable Finding difference(
      String layer, Map<String, Long> training, Map<String, Long> serving) {
    if (training.equals(serving)) {
      return null;
    }
    return Finding.of(
        FindingCode.MODES_DIFFER,
        "layer",
        layer,
        "training",
        only(training, serving),
        "serving",
        only(serving, training));
  }

  private static Map<String, Long> operations(DataPath path, String layer) {
    return path.operations().stream()
        .filter(node -> path.layer(node).equals(layer) && !path.nextWeighted(node).isEmpty())
        .map(NodeDef::getOp)
        .filter(op -> !NOTHING.contains(op))
        .collect(Collectors.groupingBy(op -> op, TreeMap::new, Collectors.counting()));
  }

  /** Names what one of the graphs has more of. */
  private static String only(Map<String, Long> here, Map<String, Long> there) {
    List<String> more =
        here.entrySet().stream()
            .filter(each -> each.getValue() > there.getOrDefault(each.getKey(), 0L))
            .map(Map.Entry::getKey)
            .toList();
    return Stream.concat(
            more.stream().limit(MOST_NAMED),
            more.stream().skip(MOST_NAMED).limit(1).map(op -> "..."))
        .collect(Collectors.joining(", "));
  }
}
