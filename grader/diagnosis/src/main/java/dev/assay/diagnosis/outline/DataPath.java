package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.graphs.Reachability;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * The operations between a model's features and its first output, in one of its two graphs.
 *
 * <p>The graph has been inspected: inputs name operations that are there, without circles.
 */
public final class DataPath {
  private final GraphNodes nodes;
  private final Manifest manifest;
  private final Trace trace;
  private final Set<String> path;
  private final List<NodeDef> inOrder = new ArrayList<>();
  private final Map<String, String> layers = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<String, List<NodeDef>> dataUsers = new HashMap<>();
  private final Map<String, Optional<WeightSpec>> kernels = new HashMap<>();
  private @Nullable Set<String> differentiable;

  private DataPath(GraphNodes nodes, Manifest manifest, Trace trace) {
    this.nodes = nodes;
    this.manifest = manifest;
    this.trace = trace;
    Set<String> behind = nodes.behind(List.of(trace.output()));
    Map<String, List<String>> users = nodes.users();
    Set<String> ahead =
        Reachability.from(List.of(trace.input()), name -> users.getOrDefault(name, List.of()));
    path = new HashSet<>(behind);
    path.retainAll(ahead);
    sort(users);
    for (NodeDef user : inOrder) {
      dataInputs(user)
          .forEach(
              input ->
                  dataUsers.computeIfAbsent(input.getName(), name -> new ArrayList<>()).add(user));
    }
  }

  /** Finds the path from the features to the first output of a trace. */
  public static DataPath of(GraphNodes nodes, Manifest manifest, Trace trace) {
    return new DataPath(nodes, manifest, trace);
  }

  private void sort(Map<String, List<String>> users) {
    Map<String, Integer> waiting = new HashMap<>();
    List<String> ready = new ArrayList<>();
    for (String name : path) {
      int inputs = dataInputs(nodes.require(name)).size();
      waiting.put(name, inputs);
      if (inputs == 0) {
        ready.add(name);
      }
    }
    for (int i = 0; i < ready.size(); i++) {
      String name = ready.get(i);
      inOrder.add(nodes.require(name));
      for (String user : new LinkedHashSet<>(users.getOrDefault(name, List.of()))) {
        if (path.contains(user) && waiting.merge(user, -1, Integer::sum) == 0) {
          ready.add(user);
        }
      }
    }
  }

  /** Returns the operations, each after those that it takes values of. */
  public List<NodeDef> operations() {
    return List.copyOf(inOrder);
  }

  /** Returns the operations whose values an operation takes and that depend on the features. */
  public List<NodeDef> dataInputs(NodeDef node) {
    return node.getInputList().stream()
        .filter(input -> !NodeInputs.isControl(input))
        .map(NodeInputs::node)
        .filter(path::contains)
        .distinct()
        .filter(name -> !name.equals(node.getName()))
        .map(nodes::require)
        .toList();
  }

  /** Returns the operations of the path that take values of this one. */
  public List<NodeDef> dataUsers(NodeDef node) {
    return List.copyOf(dataUsers.getOrDefault(node.getName(), List.of()));
  }

  /**
   * Returns the layer that an operation belongs to: the manifest's with the longest name that the
   * operation's name begins with; empty where it is none.
   */
  public String layer(NodeDef node) {
    return layers.computeIfAbsent(node.getName(), this::layerOf);
  }

  private String layerOf(String name) {
    return manifest.layers().stream()
        .map(LayerSummary::name)
        .filter(layer -> name.startsWith(prefix(layer)))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /**
   * Returns what the names of a layer's operations begin with. The layers of an ensemble's member
   * are named as member_1/dense, and their operations as member_1/serving/dense/MatMul.
   */
  private String prefix(String layer) {
    return prefixes.computeIfAbsent(
        layer,
        name -> {
          String part = trace.scope().substring(0, trace.scope().lastIndexOf('/') + 1);
          String own = name.startsWith(part) ? name.substring(part.length()) : name;
          return trace.scope() + "/" + own + "/";
        });
  }

  /** Returns a layer's row of the summary; empty where there is none of that name. */
  public Optional<LayerSummary> summary(String layer) {
    return manifest.layers().stream().filter(row -> row.name().equals(layer)).findFirst();
  }

  /** Returns whether an operation multiplies values with a weight, as Dense and Conv2D do. */
  public boolean isWeighted(NodeDef node) {
    return kernel(node).isPresent();
  }

  /** Returns the weight that a product multiplies values with. */
  public Optional<WeightSpec> kernel(NodeDef node) {
    return kernels.computeIfAbsent(node.getName(), name -> kernelOf(node));
  }

  private Optional<WeightSpec> kernelOf(NodeDef node) {
    if (!Operations.PRODUCTS.contains(node.getOp()) || !path.contains(node.getName())) {
      return Optional.empty();
    }
    List<String> others =
        node.getInputList().stream()
            .filter(input -> !NodeInputs.isControl(input))
            .map(NodeInputs::node)
            .filter(name -> !path.contains(name))
            .toList();
    Set<String> behind = nodes.behind(others);
    return manifest.weights().stream()
        .filter(weight -> weight.shape().size() >= 2)
        .filter(weight -> behind.contains(trace.read(weight)))
        .findFirst();
  }

  /**
   * Returns whether an operation uses a weight that is not trained but gathered, as moments are.
   */
  public boolean usesGathered(NodeDef node) {
    List<String> others =
        node.getInputList().stream()
            .filter(input -> !NodeInputs.isControl(input))
            .map(NodeInputs::node)
            .filter(name -> !path.contains(name))
            .toList();
    Set<String> behind = nodes.behind(others);
    return manifest.weights().stream()
        .filter(weight -> !weight.trainable())
        .anyMatch(weight -> behind.contains(trace.read(weight)));
  }

  /** Returns the products with weights, in order. */
  public List<NodeDef> weighted() {
    return inOrder.stream().filter(this::isWeighted).toList();
  }

  /** Returns the products with weights behind which no other one lies. */
  public List<NodeDef> firstWeighted() {
    return weighted().stream()
        .filter(node -> back(node, this::isWeighted, input -> true).isEmpty())
        .toList();
  }

  /** Returns the products with weights that no other one follows. */
  public List<NodeDef> lastWeighted() {
    List<NodeDef> all = weighted();
    Set<NodeDef> followed = new HashSet<>();
    for (NodeDef node : all) {
      followed.addAll(back(node, this::isWeighted, input -> true));
    }
    return all.stream().filter(node -> !followed.contains(node)).toList();
  }

  /**
   * Goes back from an operation, against the flow of values.
   *
   * @param wanted what ends the search and is returned
   * @param passes what is passed through, if not wanted
   */
  public Set<NodeDef> back(NodeDef from, Predicate<NodeDef> wanted, Predicate<NodeDef> passes) {
    Set<NodeDef> found = new LinkedHashSet<>();
    Set<NodeDef> seen = new HashSet<>();
    List<NodeDef> todo = new ArrayList<>(dataInputs(from));
    while (!todo.isEmpty()) {
      NodeDef node = todo.remove(todo.size() - 1);
      if (!seen.add(node)) {
        continue;
      }
      if (wanted.test(node)) {
        found.add(node);
      } else if (passes.test(node)) {
        todo.addAll(dataInputs(node));
      }
    }
    return found;
  }

  /** Returns whether an operation is an activation, a function that is not linear. */
  public boolean isActivation(NodeDef node) {
    return Operations.ACTIVATIONS.contains(node.getOp());
  }

  /** Returns whether an operation passes values on as they are. */
  public boolean isMove(NodeDef node) {
    return Operations.MOVES.contains(node.getOp()) && !looksUp(node);
  }

  /** Returns whether an operation takes the path's values as places in a table, as Embedding. */
  private boolean looksUp(NodeDef node) {
    return node.getOp().startsWith("Gather") && !path.contains(NodeInputs.node(node.getInput(0)));
  }

  /** Returns whether an operation is linear in the values of the path. */
  public boolean isLinear(NodeDef node) {
    return isMove(node)
        || (Operations.LINEAR.contains(node.getOp()) && dataInputs(node).size() == 1)
        || (Operations.PRODUCTS.contains(node.getOp()) && dataInputs(node).size() == 1);
  }

  /** Returns a constant that an operation takes, if it has one value. */
  public Optional<Double> scalar(NodeDef node, int input) {
    return input < node.getInputCount()
        ? ConstantValues.scalar(nodes, node.getInput(input))
        : Optional.empty();
  }

  /** Returns the values of a constant that an operation takes. */
  public Optional<double[]> constant(NodeDef node, int input) {
    return input < node.getInputCount()
        ? ConstantValues.of(nodes, node.getInput(input))
        : Optional.empty();
  }

  /** Returns the operation that makes the first output, behind identities. */
  public Optional<NodeDef> last() {
    NodeDef node = nodes.get(trace.output());
    while (node != null && node.getOp().equals("Identity") && !dataInputs(node).isEmpty()) {
      node = dataInputs(node).get(0);
    }
    return Optional.ofNullable(node);
  }

  /** The values that something can have. */
  public record Range(double low, double high) {}

  /** Returns the range of the output where a bounded activation makes it, and constants. */
  public Optional<Range> lastRange() {
    Optional<NodeDef> activation = lastActivation();
    if (activation.isEmpty()) {
      return Optional.empty();
    }
    boolean symmetric = Set.of("Tanh", "Softsign").contains(activation.get().getOp());
    boolean unit = Set.of("Sigmoid", "Softmax").contains(activation.get().getOp());
    if (!symmetric && !unit) {
      return Optional.empty();
    }
    double low = symmetric ? -1 : 0;
    double high = 1;
    NodeDef node = activation.get();
    while (!node.equals(last().orElseThrow())) {
      List<NodeDef> users = dataUsers(node);
      if (users.size() != 1) {
        return Optional.empty();
      }
      node = users.get(0);
      Optional<Double> by = scalar(node, 1).or(() -> scalar(users.get(0), 0));
      if (by.isEmpty() && !isMove(node)) {
        return Optional.empty();
      }
      double constant = by.orElse(0.0);
      switch (node.getOp()) {
        case "Mul" -> {
          low *= constant;
          high *= constant;
        }
        case "Div", "RealDiv" -> {
          low /= constant;
          high /= constant;
        }
        case "Add", "AddV2" -> {
          low += constant;
          high += constant;
        }
        case "Sub" -> {
          low -= constant;
          high -= constant;
        }
        default -> {
          if (!isMove(node)) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(new Range(Math.min(low, high), Math.max(low, high)));
  }

  /** Returns the activation behind which only constants are added, or multiplied, or nothing. */
  public Optional<NodeDef> lastActivation() {
    Optional<NodeDef> node = last();
    for (int hops = 0; node.isPresent() && hops < 20; hops++) {
      if (isActivation(node.get())) {
        return node;
      }
      List<NodeDef> inputs = dataInputs(node.get());
      boolean plain =
          inputs.size() == 1
              && (isMove(node.get())
                  || constant(node.get(), 0).isPresent()
                  || constant(node.get(), 1).isPresent());
      if (!plain) {
        return Optional.empty();
      }
      node = Optional.of(inputs.get(0));
    }
    return Optional.empty();
  }

  /** Returns whether values can go from the features to the output around an operation. */
  public boolean canGoAround(NodeDef node) {
    Set<String> reached =
        Reachability.from(
            List.of(trace.output()),
            name ->
                name.equals(node.getName()) || !path.contains(name)
                    ? List.of()
                    : dataInputs(nodes.require(name)).stream().map(NodeDef::getName).toList());
    return reached.contains(trace.input()) && !node.getName().equals(trace.output());
  }

  /** Returns the operations of a layer in this graph, on the path or not. */
  public List<NodeDef> ofLayer(String layer) {
    String prefix = prefix(layer);
    return nodes.all().stream().filter(node -> node.getName().startsWith(prefix)).toList();
  }

  /** Returns the operations of a layer that draw random numbers. */
  public List<NodeDef> draws(String layer) {
    return ofLayer(layer).stream().filter(node -> Operations.DRAWS.contains(node.getOp())).toList();
  }

  /**
   * Returns the share of values that a layer drops: the constant that a draw is compared with.
   * Empty where it drops none.
   */
  public Optional<Double> dropped(String layer) {
    return ofLayer(layer).stream()
        .filter(node -> node.getOp().equals("GreaterEqual"))
        .flatMap(node -> ConstantValues.scalar(nodes, node.getInput(1)).stream())
        .filter(rate -> rate > 0 && rate < 1 && !draws(layer).isEmpty())
        .findFirst();
  }

  /** Returns the axes of (batch, height, width, channels) along which a layer mirrors images. */
  public Set<Integer> mirroredAxes(String layer) {
    Set<Integer> axes = new HashSet<>();
    for (NodeDef node : ofLayer(layer)) {
      if (node.getOp().equals("ReverseV2")) {
        constant(node, 1).ifPresent(values -> axes.add((int) values[0]));
      }
    }
    return axes;
  }

  /**
   * Returns the most that a layer turns images by, as a part of a full turn: the range that its
   * draw is brought to. Empty where it turns none.
   */
  public Optional<Double> turn(String layer) {
    List<NodeDef> own = ofLayer(layer);
    boolean turns = own.stream().anyMatch(node -> node.getOp().equals("Cos"));
    if (!turns) {
      return Optional.empty();
    }
    for (NodeDef add : own) {
      if (!add.getOp().startsWith("Add") || scalar(add, 1).isEmpty()) {
        continue;
      }
      NodeDef product = nodes.get(NodeInputs.node(add.getInput(0)));
      if (product != null && product.getOp().equals("Mul") && scalar(product, 1).isPresent()) {
        NodeDef draw = nodes.get(NodeInputs.node(product.getInput(0)));
        if (draw != null && Operations.DRAWS.contains(draw.getOp())) {
          double low = scalar(add, 1).get();
          return Optional.of(Math.max(Math.abs(low), Math.abs(low + scalar(product, 1).get())));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns whether a derivative can flow from the output back to a trained weight. */
  public boolean hasGradient(WeightSpec weight) {
    if (differentiable == null) {
      List<String> ends = new ArrayList<>(trace.penalties());
      for (int i = 0; i < manifest.heads().outputs().size(); i++) {
        ends.add(trace.output(i));
      }
      differentiable = nodes.behind(ends, DataPath::differentiated);
    }
    return differentiable.contains(trace.read(weight));
  }

  /** The inputs of an operation that its derivative leads to. */
  private static List<String> differentiated(NodeDef node) {
    boolean ends =
        Operations.NO_DERIVATIVE.contains(node.getOp())
            || (node.getOp().equals("Cast")
                && node.getAttrOrThrow("DstT").getType() != DataType.DT_FLOAT);
    if (ends) {
      return List.of();
    }
    List<String> inputs =
        node.getInputList().stream().filter(input -> !NodeInputs.isControl(input)).toList();
    // What selects has none.
    return node.getOp().startsWith("Select") && !inputs.isEmpty()
        ? inputs.subList(1, inputs.size())
        : inputs;
  }

  /** Returns the operation behind which a weight's derivative ends, nearest to the weight. */
  public Optional<NodeDef> blocker(WeightSpec weight) {
    return inOrder.stream()
        .filter(node -> Operations.NO_DERIVATIVE.contains(node.getOp()))
        .filter(node -> nodes.behind(List.of(node.getName())).contains(trace.read(weight)))
        .findFirst();
  }

  /** Returns the sum of the factors that penalties multiply weights with; see {@link Penalty}. */
  public List<Penalty> penalties() {
    return Penalty.of(nodes, manifest, trace);
  }
}
