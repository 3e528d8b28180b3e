package dev.assay.diagnosis.outline;

import dev.assay.keras.models.manifest.LayerSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/**
 * What happens to features on their way to the first weights, as far as it is a matter of scale.
 *
 * @param layer the layer with the first weights
 * @param tensor the operation whose values reach them
 * @param factor the product of all constants that the values are multiplied with since the features
 *     or since they were normalized; empty where each feature has a factor of its own
 * @param offset the constant that is added to them in all; 0 where each feature has its own
 * @param isCut whether only some of the features come this way
 * @param isFromFeatures whether the values come from the features as they are, and not from a layer
 *     that normalizes them or computes something else of them
 * @param isNormalizedBehind whether what the weights make of them is normalized before an
 *     activation
 */
public record InputScaling(
    String layer,
    String tensor,
    Optional<Double> factor,
    double offset,
    boolean isCut,
    boolean isFromFeatures,
    boolean isNormalizedBehind) {
  private static final Set<String> SCALES = Set.of("Mul", "Div", "RealDiv");
  private static final Set<String> SHIFTS = Set.of("Add", "AddV2", "Sub", "BiasAdd");
  private static final Set<String> CUTS =
      Set.of("Slice", "StridedSlice", "Gather", "GatherV2", "Split", "SplitV", "Unpack");
  private static final Set<String> JOINS = Set.of("Concat", "ConcatV2");

  /** The most ways that are followed; a model has a few. */
  private static final int MOST = 200;

  private static final Set<String> POOLS = Set.of("AvgPool", "MaxPool", "Mean", "Max");

  /** Follows the ways back from all products with weights, as far as they are a matter of scale. */
  public static List<InputScaling> of(DataPath path) {
    List<InputScaling> found = new ArrayList<>();
    for (NodeDef weighted : path.weighted()) {
      for (NodeDef input : path.dataInputs(weighted)) {
        follow(path, new Way(weighted, input.getName()), weighted, Line.SAME, found);
      }
    }
    return found;
  }

  /** A product with weights, and the operation whose values it takes. */
  private record Way(NodeDef weighted, String tensor) {}

  /** Goes one step back, along each of the values that are put side by side. */
  private static void follow(
      DataPath path, Way way, NodeDef node, Line line, List<InputScaling> found) {
    List<NodeDef> inputs = path.dataInputs(node);
    if (inputs.isEmpty()) {
      found.add(result(path, way.weighted(), way.tensor(), line, true));
    }
    for (NodeDef before : inputs) {
      boolean sideBySide = inputs.size() == 1 || JOINS.contains(node.getOp());
      if (!sideBySide || found.size() >= MOST) {
        continue;
      }
      if (!isPlain(path, before) && !JOINS.contains(before.getOp())) {
        found.add(result(path, way.weighted(), way.tensor(), line, false));
        continue;
      }
      follow(path, way, before, line.behind(path, before), found);
    }
  }

  /** What values become on their way: factor times them, plus an offset. */
  private record Line(@Nullable Double factor, double offset, boolean cut) {
    static final Line SAME = new Line(1.0, 0, false);

    /** Returns the line for values that an operation is applied to before. */
    Line behind(DataPath path, NodeDef node) {
      if (CUTS.contains(node.getOp())) {
        return new Line(factor, offset, true);
      }
      Optional<Double> constant = scalar(path, node);
      if (factor == null || !(SCALES.contains(node.getOp()) || SHIFTS.contains(node.getOp()))) {
        return this;
      } else if (SCALES.contains(node.getOp())) {
        return new Line(
            constant.map(by -> node.getOp().equals("Mul") ? factor * by : factor / by).orElse(null),
            offset,
            cut);
      }
      double added = constant.orElse(0.0) * (node.getOp().equals("Sub") ? -1 : 1);
      return new Line(factor, offset + factor * added, cut);
    }
  }

  private static InputScaling result(
      DataPath path, NodeDef weighted, String tensor, Line line, boolean features) {
    return new InputScaling(
        path.layer(weighted),
        tensor,
        Optional.ofNullable(line.factor()),
        line.offset(),
        line.cut(),
        features,
        isNormalizedBehind(path, weighted));
  }

  private static boolean isPlain(DataPath path, NodeDef node) {
    if (path.dataInputs(node).isEmpty() || path.isMove(node) || POOLS.contains(node.getOp())) {
      return true;
    }
    return (SCALES.contains(node.getOp()) || SHIFTS.contains(node.getOp()))
        && path.dataInputs(node).size() == 1
        && (path.constant(node, 1).isPresent() || path.constant(node, 0).isPresent());
  }

  private static Optional<Double> scalar(DataPath path, NodeDef node) {
    return path.scalar(node, 1).or(() -> path.scalar(node, 0));
  }

  /** Looks for BatchNormalization and the like between the weights and the next activation. */
  private static boolean isNormalizedBehind(DataPath path, NodeDef weighted) {
    NodeDef node = weighted;
    for (int hops = 0; hops < 40; hops++) {
      List<NodeDef> users = path.dataUsers(node);
      boolean ends =
          users.stream().anyMatch(user -> path.isActivation(user) || path.isWeighted(user));
      if (users.isEmpty() || ends) {
        return false;
      }
      // A statistic of the values themselves, or one that training gathers.
      if (users.size() > 1 || path.usesGathered(users.get(0))) {
        return true;
      }
      node = users.get(0);
    }
    return false;
  }

  /** Returns the layer whose values an operation takes; empty where they are the features. */
  public static Optional<LayerSummary> before(DataPath path, NodeDef node) {
    NodeDef at = node;
    String own = path.layer(node);
    while (!path.dataInputs(at).isEmpty()) {
      at = path.dataInputs(at).get(0);
      String layer = path.layer(at);
      if (!layer.isEmpty() && !layer.equals(own)) {
        return path.summary(layer);
      }
    }
    return Optional.empty();
  }
}
