package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.DataPath;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.models.manifest.LayerSummary;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tensorflow.proto.NodeDef;

/** What happens to the columns of a table before the first weights. */
public final class TableRules {
  /** Beside columns so many times larger, nothing of a column is left in the row's statistics. */
  private static final double UNEVEN = 100;

  /** Sizes are root mean squares; hardly a value is so many times as large. */
  private static final double FAR = 3;

  /** Fewer columns than this part of them are hardly chosen with care. */
  private static final double FEW = 0.2;

  private static final double HALF = 0.5;

  /** Two or three bins for all columns, whatever their values, are hardly chosen with care. */
  private static final int FEW_BORDERS = 2;

  private static final Set<String> STATISTICS = Set.of("Mean", "Sum", "Max");

  private TableRules() {}

  private static boolean isTable(Observations observed) {
    return observed.spec().input().shape().size() == 1;
  }

  /** Examples that are normalized each by itself, instead of column by column. */
  public static List<Finding> normalizedByRow(Observations observed) {
    DataFacts data = observed.data();
    if (!isTable(observed) || data == null) {
      return List.of();
    }
    List<Double> sizes = data.columnSizes().stream().filter(size -> size > 0).sorted().toList();
    boolean even = sizes.size() < 2 || sizes.get(sizes.size() - 1) < UNEVEN * sizes.get(0);
    DataPath path = observed.serving();
    return even
        ? List.of()
        : path.operations().stream()
            .filter(node -> STATISTICS.contains(node.getOp()) && isOfRawRows(path, node))
            .map(path::layer)
            .map(path::summary)
            .flatMap(Optional::stream)
            .filter(layer -> layer.output().shape().equals(observed.spec().input().shape()))
            .limit(1)
            .map(layer -> byRow(layer, sizes))
            .toList();
  }

  private static Finding byRow(LayerSummary layer, List<Double> sizes) {
    return Finding.of(
        FindingCode.NORMALIZED_BY_ROW,
        "layer",
        layer.name(),
        "type",
        layer.type(),
        "smallest",
        sizes.get(0),
        "largest",
        sizes.get(sizes.size() - 1));
  }

  /** Returns whether a statistic is one of the features as they are, over their axis. */
  private static boolean isOfRawRows(DataPath path, NodeDef node) {
    boolean overFeatures =
        path.constant(node, 1)
            .filter(axes -> axes.length == 1 && (axes[0] == 1 || axes[0] == -1))
            .isPresent();
    if (!overFeatures) {
      return false;
    }
    NodeDef at = node;
    while (path.dataInputs(at).size() == 1) {
      at = path.dataInputs(at).get(0);
      boolean raw =
          path.dataInputs(at).isEmpty()
              || path.isMove(at)
              || at.getOp().equals("Square")
              || path.scalar(at, 0).isPresent()
              || path.scalar(at, 1).isPresent();
      if (!raw) {
        return false;
      }
    }
    return path.dataInputs(at).isEmpty();
  }

  /** Columns of which the model takes only a few. */
  public static List<Finding> unused(Observations observed) {
    DataPath path = observed.serving();
    if (!isTable(observed) || path.operations().isEmpty()) {
      return List.of();
    }
    int columns = observed.spec().input().shape().get(0);
    Set<Integer> used = new TreeSet<>();
    for (NodeDef user : users(path, path.operations().get(0))) {
      Optional<Set<Integer>> taken = taken(path, user, columns);
      if (taken.isEmpty()) {
        return List.of();
      }
      used.addAll(taken.get());
    }
    // Some columns can be chosen with care; where that failed, those left out may be why.
    boolean failed = observed.outcome() != null && observed.isBad();
    boolean few = used.size() < columns * FEW;
    // What learns its examples by heart from the columns that are left has enough of them.
    boolean half =
        failed && used.size() <= columns * HALF && CurveRules.overfitting(observed).isEmpty();
    return !used.isEmpty() && (few || half)
        ? List.of(columns("CUT", used.size(), columns))
        : List.of();
  }

  private static Finding columns(String reason, int used, int columns) {
    return Finding.of(
        FindingCode.COLUMNS_UNUSED, "reason", reason, "used", used, "columns", columns);
  }

  /** Columns of which too little is left when they reach the first weights, where that failed. */
  public static List<Finding> collapsed(Observations observed) {
    DataPath path = observed.serving();
    if (!isTable(observed) || observed.outcome() == null || !observed.isBad()) {
      return List.of();
    }
    int columns = observed.spec().input().shape().get(0);
    Optional<Integer> borders =
        path.operations().stream()
            .filter(
                node -> node.getOp().startsWith("Greater") && path.isOfFeatures(node, path::isMove))
            .filter(node -> !path.canGoAround(node))
            .flatMap(node -> path.constant(node, 1).stream())
            .map(values -> values.length)
            .findFirst();
    if (borders.filter(count -> count <= FEW_BORDERS).isPresent()) {
      return List.of(columns("BINS", borders.get() + 1, columns));
    }
    return path.firstWeighted().stream()
        .flatMap(node -> path.dataInputs(node).stream())
        .flatMap(input -> InputRules.measured(observed, input.getName()).stream())
        .filter(values -> values.units() == columns && values.same() < columns)
        .filter(values -> values.same() >= columns * HALF)
        .limit(1)
        .map(values -> columns("SAME", columns - values.same(), columns))
        .toList();
  }

  /** Returns what takes the values of an operation, behind identities. */
  private static List<NodeDef> users(DataPath path, NodeDef node) {
    return path.dataUsers(node).stream()
        .flatMap(
            user ->
                Set.of("Identity", "Cast").contains(user.getOp())
                    ? users(path, user).stream()
                    : List.of(user).stream())
        .toList();
  }

  /** Returns the columns that an operation takes; empty where it is not one that chooses some. */
  private static Optional<Set<Integer>> taken(DataPath path, NodeDef node, int columns) {
    return switch (node.getOp()) {
      case "Slice" -> slice(path, node, columns);
      case "StridedSlice" -> strided(path, node, columns);
      case "Gather", "GatherV2" -> gathered(path, node);
      default -> Optional.empty();
    };
  }

  private static Optional<Set<Integer>> slice(DataPath path, NodeDef node, int columns) {
    Optional<double[]> begin = path.constant(node, 1);
    Optional<double[]> size = path.constant(node, 2);
    if (begin.isEmpty() || size.isEmpty() || begin.get().length != 2) {
      return Optional.empty();
    }
    int from = (int) begin.get()[1];
    int count = (int) size.get()[1];
    return Optional.of(range(from, count < 0 ? columns : from + count, 1, columns));
  }

  private static Optional<Set<Integer>> strided(DataPath path, NodeDef node, int columns) {
    Optional<double[]> begin = path.constant(node, 1);
    Optional<double[]> end = path.constant(node, 2);
    Optional<double[]> stride = path.constant(node, 3);
    boolean plain =
        begin.isPresent()
            && end.isPresent()
            && stride.isPresent()
            && begin.get().length == 2
            && stride.get()[1] > 0
            && mask(node, "ellipsis_mask") == 0
            && mask(node, "new_axis_mask") == 0;
    if (!plain) {
      return Optional.empty();
    }
    int from = (mask(node, "begin_mask") & 2) != 0 ? 0 : (int) begin.get()[1];
    int to = (mask(node, "end_mask") & 2) != 0 ? columns : (int) end.get()[1];
    from = from < 0 ? from + columns : from;
    to = to < 0 ? to + columns : to;
    if ((mask(node, "shrink_axis_mask") & 2) != 0) {
      to = from + 1;
    }
    return Optional.of(range(from, to, (int) stride.get()[1], columns));
  }

  private static long mask(NodeDef node, String name) {
    return node.containsAttr(name) ? node.getAttrOrThrow(name).getI() : 0;
  }

  private static Optional<Set<Integer>> gathered(DataPath path, NodeDef node) {
    boolean ofColumns = node.getOp().equals("GatherV2") && !path.dataInputs(node).isEmpty();
    Optional<double[]> axis = path.constant(node, 2);
    Optional<double[]> indices = path.constant(node, 1);
    if (!ofColumns || axis.isEmpty() || indices.isEmpty() || Math.abs(axis.get()[0]) != 1) {
      return Optional.empty();
    }
    Set<Integer> taken = new HashSet<>();
    for (double index : indices.get()) {
      taken.add((int) index);
    }
    return Optional.of(taken);
  }

  private static Set<Integer> range(int from, int to, int stride, int columns) {
    Set<Integer> taken = new HashSet<>();
    IntStream.iterate(Math.max(0, from), at -> at < Math.min(to, columns), at -> at + stride)
        .forEach(taken::add);
    return taken;
  }

  /** Borders of bins that no value of the table reaches, or that all of them are above. */
  public static List<Finding> oneBin(Observations observed) {
    DataFacts data = observed.data();
    if (!isTable(observed) || data == null || observed.initial().isPresent()) {
      return List.of();
    }
    double largest = FAR * Collections.max(data.columnSizes());
    DataPath path = observed.serving();
    return path.operations().stream()
        .filter(node -> node.getOp().startsWith("Greater") && path.isOfFeatures(node, path::isMove))
        .filter(node -> path.constant(node, 1).filter(all -> areAbove(all, largest)).isPresent())
        .filter(node -> !path.canGoAround(node))
        .flatMap(node -> path.nextWeighted(node).stream())
        .limit(1)
        .map(
            next ->
                Finding.of(
                    FindingCode.INPUT_IGNORED,
                    "layer",
                    path.layer(next),
                    "by",
                    "",
                    "value",
                    0.0,
                    "loss",
                    0.0,
                    "shuffled",
                    0.0))
        .toList();
  }

  private static boolean areAbove(double[] values, double limit) {
    for (double value : values) {
      if (value < limit) {
        return false;
      }
    }
    return true;
  }
}
