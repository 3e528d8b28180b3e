package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.diagnosis.outline.InputScaling;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.protocol.ModelMeasurement.Values;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tensorflow.proto.NodeDef;

/** What reaches the first weights. */
public final class InputRules {
  /** Values of this size drown those of other features and the bias (AUTOTRAINER's limit). */
  private static final double LARGE = 10;

  /** The same for values that layers before make of the features, which may be meant so. */
  private static final double HUGE = 50;

  /** Values of this size hardly move what they are multiplied with. */
  private static final double SMALL = 0.05;

  /** Division by 255 and anything below that is meant for pixels. */
  private static final double PIXELS = 0.02;

  /** The root mean square of pixels from 0 to 255, of which most are dark. */
  private static final double RAW_PIXELS = 80;

  private InputRules() {}

  /** Features of a large range, or pixels, that nothing scales, or that are scaled wrongly. */
  public static List<Finding> scale(Observations observed) {
    List<InputScaling> all =
        InputScaling.of(observed.serving()).stream()
            .filter(scaling -> !scaling.isNormalizedBehind())
            .toList();
    return all.stream()
        .filter(InputScaling::isFromFeatures)
        .flatMap(scaling -> tooLarge(observed, scaling).stream())
        .findFirst()
        .or(() -> all.stream().flatMap(way -> scaledUp(observed, way).stream()).findFirst())
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<Finding> tooLarge(Observations observed, InputScaling scaling) {
    double largest = largest(observed, scaling);
    return largest >= LARGE
        ? Optional.of(tooLarge(observed, scaling, largest, false))
        : Optional.empty();
  }

  private static Finding tooLarge(
      Observations observed, InputScaling scaling, double largest, boolean made) {
    return Finding.of(
        FindingCode.INPUT_SCALE,
        "layer",
        scaling.layer(),
        "size",
        largest,
        "image",
        isImage(observed),
        "made",
        made,
        "shifted",
        Math.abs(scaling.offset()) > largest / 2,
        "offset",
        scaling.offset());
  }

  /** Features of which something is computed that is far too large for the first weights. */
  private static Optional<Finding> scaledUp(Observations observed, InputScaling scaling) {
    if (!observed.manifest().training().updates().isEmpty()) {
      // Batch normalization scales with what training gathers; before it the features are as raw.
      return Optional.empty();
    }
    boolean first =
        observed.serving().firstWeighted().stream()
            .flatMap(node -> observed.serving().dataInputs(node).stream())
            .anyMatch(input -> input.getName().equals(scaling.tensor()));
    double largest =
        measured(observed, scaling.tensor())
            .map(Values::largest)
            .filter(Double::isFinite)
            .orElse(0.0);
    return first && observed.isBad() && !scaling.isFromFeatures() && largest >= HUGE
        ? Optional.of(tooLarge(observed, scaling, largest, true))
        : Optional.empty();
  }

  private static double largest(Observations observed, InputScaling scaling) {
    Optional<Values> values = measured(observed, scaling.tensor());
    if (values.isPresent()) {
      return values.get().largest();
    }
    // Of some columns the largest is not known.
    return scaling.factor().isEmpty() || scaling.isCut()
        ? 0
        : rawLargest(observed) * Math.abs(scaling.factor().get()) + Math.abs(scaling.offset());
  }

  private static double rawLargest(Observations observed) {
    DataFacts data = observed.data();
    return data == null ? isImage(observed) ? RAW_PIXELS : 0 : Collections.max(data.columnSizes());
  }

  static Optional<Values> measured(Observations observed, String tensor) {
    return observed.initial().stream()
        .flatMap(state -> state.values().stream())
        .filter(values -> values.tensor().equals(tensor))
        .findFirst();
  }

  /** Layers before the weights that make all examples alike. */
  public static List<Finding> constant(Observations observed) {
    DataPath path = observed.serving();
    List<NodeDef> first = path.firstWeighted();
    for (NodeDef node : path.weighted()) {
      for (NodeDef input : path.dataInputs(node)) {
        Optional<Values> values = measured(observed, input.getName());
        // Behind other activations these are units that are dead or saturated.
        boolean same =
            values
                .filter(each -> each.same() == each.units())
                .filter(each -> each.meanAbs() > 0 || first.contains(node))
                .filter(each -> !path.isActivation(input) || input.getOp().equals("Softmax"))
                .isPresent();
        if (same) {
          return List.of(
              Finding.of(
                  FindingCode.INPUT_IGNORED,
                  "layer",
                  path.layer(node),
                  "by",
                  "",
                  "value",
                  0.0,
                  "loss",
                  0.0,
                  "shuffled",
                  0.0));
        }
      }
    }
    return List.of();
  }

  /** Features that are scaled far too small: twice, or as pixels where they are none. */
  public static List<Finding> shrunk(Observations observed) {
    return InputScaling.of(observed.serving()).stream()
        .filter(scaling -> scaling.factor().isPresent() && !scaling.isNormalizedBehind())
        .filter(scaling -> isShrunk(observed, scaling))
        .limit(1)
        .map(
            scaling ->
                Finding.of(
                    FindingCode.INPUT_SHRUNK,
                    "layer",
                    scaling.layer(),
                    "factor",
                    scaling.factor().get(),
                    "image",
                    isImage(observed),
                    "normalized",
                    !scaling.isFromFeatures()))
        .toList();
  }

  private static boolean isShrunk(Observations observed, InputScaling scaling) {
    double factor = Math.abs(scaling.factor().orElseThrow());
    if (!scaling.isFromFeatures()) {
      return factor <= PIXELS;
    }
    if (isImage(observed)) {
      return factor * RAW_PIXELS < SMALL;
    }
    DataFacts data = observed.data();
    return factor <= PIXELS
        && (data == null || factor * Collections.min(data.columnSizes()) < SMALL);
  }

  /** Images whose channels are not on the last axis. */
  public static List<Finding> channels(Observations observed) {
    List<Integer> image = observed.spec().input().shape();
    if (image.size() < 2) {
      return List.of();
    }
    for (NodeDef node : observed.serving().firstWeighted()) {
      Optional<LayerSummary> before = InputScaling.before(observed.serving(), node);
      if (node.getOp().equals("Conv2D") && before.isPresent()) {
        List<Integer> shape = before.get().output().shape();
        boolean swapped =
            shape.size() == 3
                && image.contains(shape.get(2))
                && shape.get(2) > 4
                && shape.contains(1);
        if (swapped) {
          return List.of(
              Finding.of(
                  FindingCode.CHANNEL_AXIS,
                  "layer",
                  observed.serving().layer(node),
                  "shape",
                  before.get().output().show(),
                  "height",
                  image.get(0),
                  "width",
                  image.get(1),
                  "channels",
                  image.size() > 2 ? image.get(2) : 1));
        }
      }
    }
    return List.of();
  }

  /** Returns whether examples are images, of pixels from 0 to 255. */
  public static boolean isImage(Observations observed) {
    return observed.spec().input().type() == ElementType.UINT8
        && observed.spec().input().shape().size() >= 2;
  }
}
