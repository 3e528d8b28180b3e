package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.problems.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.proto.NodeDef;

/** The hidden layers: what they cannot compute, or throw away. */
public final class LayerRules {
  /** Sigmoid layers one behind the other from which gradients vanish; LeNet has four tanh. */
  private static final int DEEP = 3;

  /** Features left by pooling that are fewer than these cannot tell ten classes apart well. */
  private static final int FEW_FEATURES = 16;

  /** Pixels that are averaged to fewer than this part of them have lost their places. */
  private static final int PART_OF_IMAGE = 16;

  /** Of fewer classes two numbers can tell apart any. */
  private static final int MANY_CLASSES = 8;

  private LayerRules() {}

  /** Products with weights without a non-linearity between them: two are one. */
  public static List<Finding> linear(Observations observed) {
    DataPath path = observed.serving();
    Set<List<String>> pairs = new LinkedHashSet<>();
    for (NodeDef second : path.weighted()) {
      Set<NodeDef> firsts =
          path.back(second, path::isWeighted, node -> path.isLinear(node) || isMaxPool(node));
      for (NodeDef first : firsts) {
        boolean factored =
            first.getOp().equals("DepthwiseConv2dNative")
                || second.getOp().equals("DepthwiseConv2dNative");
        if (!factored
            && !path.layer(first).equals(path.layer(second))
            && !path.canGoAround(first)) {
          pairs.add(List.of(path.layer(first), path.layer(second)));
        }
      }
    }
    return pairs.stream()
        .limit(1)
        .map(
            pair ->
                Finding.of(
                    FindingCode.LINEAR_STACK,
                    "layer",
                    pair.get(0),
                    "next",
                    pair.get(1),
                    "layers",
                    pairs.size()))
        .toList();
  }

  private static boolean isMaxPool(NodeDef node) {
    return node.getOp().equals("MaxPool");
  }

  /** A hidden layer through whose few values everything must pass. */
  public static List<Finding> bottleneck(Observations observed) {
    DataPath path = observed.serving();
    Set<NodeDef> last = new LinkedHashSet<>(path.lastWeighted());
    // Fewer units than classes can be enough; where they were not, they are why.
    boolean failed = observed.outcome() != null && observed.isBad();
    int most = failed ? observed.spec().classes() - 1 : 2;
    for (NodeDef node : path.weighted()) {
      int width = width(path.kernel(node).orElseThrow(), node);
      boolean narrow = width == 1 || (isManyClasses(observed) && width <= most);
      if (narrow && !last.contains(node) && !path.canGoAround(node) && isFlatBehind(path, node)) {
        return List.of(
            Finding.of(
                FindingCode.BOTTLENECK,
                "layer",
                path.layer(node),
                "width",
                width,
                "outputs",
                observed.spec().outputs()));
      }
    }
    return List.of();
  }

  private static boolean isManyClasses(Observations observed) {
    return observed.spec().task() == Task.MULTICLASS_CLASSIFICATION
        && observed.spec().classes() >= MANY_CLASSES;
  }

  /**
   * A map of one channel still has its height and width; only vectors are narrow at once, or what a
   * pooling before the next weights makes one of.
   */
  private static boolean isFlatBehind(DataPath path, NodeDef node) {
    return node.getOp().equals("MatMul")
        || Stream.concat(Stream.of(node), path.between(node, path.nextWeighted(node)).stream())
            .map(path::layer)
            .distinct()
            .flatMap(layer -> path.summary(layer).stream())
            .map(LayerSummary::output)
            .anyMatch(output -> output.shape().size() <= 1 && isFew(path, node, output.size()));
  }

  /** A vector of the channels alone, or of two values. */
  private static boolean isFew(DataPath path, NodeDef node, int size) {
    return size <= Math.max(2, width(path.kernel(node).orElseThrow(), node));
  }

  private static int width(WeightSpec kernel, NodeDef node) {
    int axes = kernel.shape().size();
    return node.getOp().equals("DepthwiseConv2dNative")
        ? kernel.shape().get(axes - 2) * kernel.shape().get(axes - 1)
        : kernel.shape().get(axes - 1);
  }

  /** Dense on images that nothing has flattened: it works on their last axis only. */
  public static List<Finding> denseBeforeFlatten(Observations observed) {
    DataPath path = observed.serving();
    if (observed.spec().input().shape().size() < 2) {
      return List.of();
    }
    for (NodeDef node : path.firstWeighted()) {
      Optional<LayerSummary> layer = path.summary(path.layer(node));
      if (node.getOp().equals("MatMul")
          && layer.isPresent()
          && layer.get().output().shape().size() >= 2
          && !isMixed(path, node)) {
        return List.of(
            Finding.of(
                FindingCode.DENSE_BEFORE_FLATTEN,
                "layer",
                layer.get().name(),
                "shape",
                layer.get().output().show(),
                "inputs",
                path.kernel(node).orElseThrow().shape().get(0)));
      }
    }
    return List.of();
  }

  /** Returns whether a convolution, or a Dense on another axis, brings the rows together next. */
  private static boolean isMixed(DataPath path, NodeDef rows) {
    Set<NodeDef> next = path.nextWeighted(rows);
    return next.stream().anyMatch(node -> !node.getOp().equals("MatMul"))
        || path.between(rows, next).stream().anyMatch(node -> node.getOp().equals("Transpose"));
  }

  /** Pooling that leaves almost nothing of an image. */
  public static List<Finding> pooledAway(Observations observed) {
    DataPath path = observed.serving();
    if (observed.spec().input().shape().size() < 2) {
      return List.of();
    }
    for (LayerSummary layer : observed.manifest().layers()) {
      boolean pools =
          path.ofLayer(layer.name()).stream()
              .anyMatch(node -> Set.of("AvgPool", "MaxPool", "Mean", "Max").contains(node.getOp()));
      if (!pools || !path.summary(layer.name()).isPresent()) {
        continue;
      }
      int left = layer.output().size();
      Optional<NodeDef> pool =
          path.operations().stream()
              .filter(node -> path.layer(node).equals(layer.name()))
              .findFirst();
      boolean raw =
          pool.isPresent()
              && isOfPixels(path, pool.get())
              && left < Math.max(FEW_FEATURES, observed.spec().input().size() / PART_OF_IMAGE);
      int places = left / Math.max(1, last(layer));
      boolean gone = pool.isPresent() && places == 1 && left < observed.spec().outputs();
      boolean single =
          pool.isPresent() && places == 1 && left < 2 * FEW_FEATURES && !isGlobal(layer);
      if ((raw || gone || single) && !path.canGoAround(pool.get())) {
        return List.of(
            Finding.of(
                FindingCode.POOLED_AWAY,
                "layer",
                layer.name(),
                "type",
                layer.type(),
                "shape",
                layer.output().show(),
                "raw",
                raw));
      }
    }
    return List.of();
  }

  /** Returns whether what is pooled are the pixels themselves, scaled at most. */
  private static boolean isOfPixels(DataPath path, NodeDef pool) {
    return path.back(
            pool,
            node ->
                path.isWeighted(node)
                    || !(path.isLinear(node) || isMaxPool(node) || path.dataInputs(node).isEmpty()),
            node -> true)
        .isEmpty();
  }

  private static boolean isGlobal(LayerSummary layer) {
    return layer.output().shape().size() <= 1;
  }

  private static int last(LayerSummary layer) {
    List<Integer> shape = layer.output().shape();
    return shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
  }

  /** Windows that step over values nobody looks at. */
  public static List<Finding> stride(Observations observed) {
    DataPath path = observed.serving();
    List<Finding> found = new ArrayList<>();
    for (NodeDef node : path.operations()) {
      if (!node.containsAttr("strides")) {
        continue;
      }
      List<Long> strides = node.getAttrOrThrow("strides").getList().getIList();
      List<Long> window =
          node.containsAttr("ksize")
              ? node.getAttrOrThrow("ksize").getList().getIList()
              : path.kernel(node)
                  .filter(kernel -> kernel.shape().size() == 4)
                  .map(
                      kernel ->
                          List.of(
                              1L, (long) kernel.shape().get(0), (long) kernel.shape().get(1), 1L))
                  .orElse(List.of());
      for (int axis = 1; axis + 1 < window.size() && found.isEmpty(); axis++) {
        boolean one =
            node.getOp().contains("Conv") && window.get(axis) == 1 && strides.get(axis) == 2;
        if (strides.get(axis) > window.get(axis) && !one) {
          found.add(
              Finding.of(
                  FindingCode.STRIDE_ABOVE_KERNEL,
                  "layer",
                  path.layer(node),
                  "stride",
                  strides.get(axis),
                  "window",
                  window.get(axis)));
        }
      }
    }
    return found;
  }

  /** Sigmoids one behind the other, each of which makes gradients at least four times smaller. */
  public static List<Finding> sigmoidStack(Observations observed) {
    DataPath path = observed.serving();
    Map<NodeDef, Stack> stacks = new HashMap<>();
    Stack deepest = new Stack("", 0);
    for (NodeDef node : path.operations()) {
      if (isHiddenSigmoid(path, node)) {
        Set<NodeDef> before = path.back(node, path::isActivation, way -> !path.usesGathered(way));
        Stack below = before.size() == 1 ? stacks.get(before.iterator().next()) : null;
        Stack stack =
            below == null
                ? new Stack(path.layer(node), 1)
                : new Stack(below.layer(), below.depth() + 1);
        stacks.put(node, stack);
        deepest = stack.depth() > deepest.depth() ? stack : deepest;
      }
    }
    return deepest.depth() >= DEEP
        ? List.of(
            Finding.of(
                    FindingCode.SIGMOID_STACK, "layers", deepest.depth(), "layer", deepest.layer())
                .as(deepest.depth() > DEEP ? Severity.WARNING : Severity.INFO))
        : List.of();
  }

  /** So many sigmoids one behind the other, the first of them in this layer. */
  private record Stack(String layer, int depth) {}

  /** One that a product with weights follows, and that gates nothing. */
  private static boolean isHiddenSigmoid(DataPath path, NodeDef node) {
    return node.getOp().equals("Sigmoid")
        && path.dataUsers(node).stream()
            .noneMatch(user -> user.getOp().equals("Mul") && path.dataInputs(user).size() > 1)
        && path.output().operation().filter(last -> last.equals(node)).isEmpty();
  }
}
