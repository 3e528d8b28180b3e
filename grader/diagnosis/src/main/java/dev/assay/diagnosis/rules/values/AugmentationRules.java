package dev.assay.diagnosis.rules.values;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.problems.ImageTolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Images that are changed until their label is wrong. */
public final class AugmentationRules {
  private static final double FULL_TURN = 360;

  /** The part of an image's side by which it can be moved with most of it still to be seen. */
  private static final double MOST_SHIFT = 0.5;

  private AugmentationRules() {}

  /** Flips, turns and shifts that the problem's labels do not bear. */
  public static List<Finding> labels(Observations observed) {
    ImageTolerance tolerance = observed.tolerance();
    DataPath path = observed.outline().training();
    List<Finding> found = new ArrayList<>();
    for (LayerSummary layer : observed.manifest().layers()) {
      if (path.random().draws(layer.name()).isEmpty()) {
        continue;
      }
      Set<Integer> mirrored = path.random().mirroredAxes(layer.name());
      boolean flips =
          (mirrored.contains(2) && !tolerance.horizontalFlip())
              || (mirrored.contains(1) && !tolerance.verticalFlip());
      Optional<Double> turn = path.random().turn(layer.name()).map(part -> part * FULL_TURN);
      double shift = path.random().shift(layer.name()).orElse(0.0);
      boolean turns = turn.filter(degrees -> degrees > tolerance.degrees()).isPresent();
      boolean shifts = shift > MOST_SHIFT;
      if (flips || turns || shifts) {
        found.add(
            Finding.of(
                FindingCode.AUGMENTED_LABELS,
                "layer",
                layer.name(),
                "type",
                layer.type(),
                "change",
                flips ? "FLIP" : turns ? "TURN" : "SHIFT",
                "shift",
                shift,
                "degrees",
                turn.orElse(0.0),
                "limit",
                tolerance.degrees(),
                "problem",
                observed.spec().problem()));
      }
    }
    return found;
  }
}
