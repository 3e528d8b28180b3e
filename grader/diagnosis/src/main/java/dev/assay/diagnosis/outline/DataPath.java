package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
  private final ValueFlow flow;
  private final LayerScopes scopes;
  private final EqualValues equal;
  private final Map<String, Optional<WeightSpec>> kernels = new HashMap<>();

  private DataPath(GraphNodes nodes, Manifest manifest, Trace trace) {
    this.nodes = nodes;
    this.manifest = manifest;
    this.trace = trace;
    scopes = new LayerScopes(manifest, trace);
    equal = new EqualValues(nodes);
    flow = new ValueFlow(nodes, trace.input(), trace.output());
  }

  /** Finds the path from the features to the first output of a trace. */
  public static DataPath of(GraphNodes nodes, Manifest manifest, Trace trace) {
    return new DataPath(nodes, manifest, trace);
  }

  GraphNodes nodes() {
    return nodes;
  }

  Trace trace() {
    return trace;
  }

  /** Returns the operations, each after those that it takes values of. */
  public List<NodeDef> operations() {
    return List.copyOf(flow.operations());
  }

  /** Returns the operation of a name, on the path or not; null where there is none. */
  @Nullable NodeDef node(String name) {
    return nodes.get(name);
  }

  /** Returns the operations whose values an operation takes and that depend on the features. */
  public List<NodeDef> dataInputs(NodeDef node) {
    return flow.dataInputs(node);
  }

  /** Returns the operations of the path that take values of this one. */
  public List<NodeDef> dataUsers(NodeDef node) {
    return flow.dataUsers(node);
  }

  /**
   * Goes back from an operation, against the flow of values.
   *
   * @param wanted what ends the search and is returned
   * @param passes what is passed through, if not wanted
   */
  public Set<NodeDef> back(NodeDef from, Predicate<NodeDef> wanted, Predicate<NodeDef> passes) {
    return flow.back(from, wanted, passes);
  }

  /**
   * Goes ahead from an operation, with the flow of values.
   *
   * @param wanted what ends the search and is returned
   */
  public Set<NodeDef> ahead(NodeDef from, Predicate<NodeDef> wanted) {
    return flow.ahead(from, wanted);
  }

  /** Returns what values pass between an operation and others, without these. */
  public List<NodeDef> between(NodeDef from, Set<NodeDef> ends) {
    return flow.between(from, ends);
  }

  /** Returns whether values can go from the features to the output around an operation. */
  public boolean canGoAround(NodeDef node) {
    return flow.canGoAround(node);
  }

  /**
   * Returns the layer that an operation belongs to: the manifest's with the longest name that the
   * operation's name begins with; empty where it is none.
   */
  public String layer(NodeDef node) {
    return scopes.layer(node.getName());
  }

  /** Returns a layer's row of the summary; empty where there is none of that name. */
  public Optional<LayerSummary> summary(String layer) {
    return scopes.summary(layer);
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
    if (!Operations.PRODUCTS.contains(node.getOp()) || !flow.contains(node.getName())) {
      return Optional.empty();
    }
    Set<String> behind = beside(node);
    return manifest.weights().stream()
        .filter(weight -> weight.shape().size() >= 2)
        .filter(weight -> behind.contains(trace.read(weight)))
        .findFirst();
  }

  /**
   * Returns whether an operation uses a weight that is not trained but gathered, as moments are.
   */
  public boolean usesGathered(NodeDef node) {
    Set<String> behind = beside(node);
    return manifest.weights().stream()
        .filter(weight -> !weight.trainable())
        .anyMatch(weight -> behind.contains(trace.read(weight)));
  }

  /** Returns the products with weights, in order. */
  public List<NodeDef> weighted() {
    return flow.operations().stream().filter(this::isWeighted).toList();
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

  /** Returns the products with weights that come next after an operation. */
  public Set<NodeDef> nextWeighted(NodeDef node) {
    return ahead(node, this::isWeighted);
  }

  /** Returns whether an operation takes a weight beside the values of the path. */
  public boolean takes(NodeDef node, WeightSpec weight) {
    return beside(node).contains(trace.read(weight));
  }

  /** Returns what lies behind the inputs of an operation that do not depend on the features. */
  private Set<String> beside(NodeDef node) {
    return nodes.behind(
        node.getInputList().stream()
            .filter(input -> !NodeInputs.isControl(input))
            .map(NodeInputs::node)
            .filter(name -> !flow.contains(name))
            .toList());
  }

  /** Returns whether an operation is an activation, a function that is not linear. */
  public boolean isActivation(NodeDef node) {
    return Operations.ACTIVATIONS.contains(node.getOp()) && !isStraight(node);
  }

  /** A leaky relu whose slope below 0 is that above. */
  private static boolean isStraight(NodeDef node) {
    return node.getOp().equals("LeakyRelu")
        && node.containsAttr("alpha")
        && node.getAttrOrThrow("alpha").getF() == 1;
  }

  /** Returns whether an operation passes values on as they are. */
  public boolean isMove(NodeDef node) {
    return Operations.MOVES.contains(node.getOp()) && !looksUp(node);
  }

  /** Returns whether an operation takes the path's values as places in a table, as Embedding. */
  public boolean looksUp(NodeDef node) {
    return node.getOp().startsWith("Gather") && !flow.contains(NodeInputs.node(node.getInput(0)));
  }

  /**
   * Returns whether an operation takes the features and nothing else.
   *
   * @param passes what may lie between, and leaves them as they are
   */
  public boolean isOfFeatures(NodeDef node, Predicate<NodeDef> passes) {
    NodeDef at = node;
    while (dataInputs(at).size() == 1) {
      at = dataInputs(at).get(0);
      if (!dataInputs(at).isEmpty() && !passes.test(at)) {
        return false;
      }
    }
    return dataInputs(at).isEmpty();
  }

  /** Returns whether an operation is linear in the values of the path. */
  public boolean isLinear(NodeDef node) {
    return isMove(node)
        || isStraight(node)
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

  /** Returns whether the two inputs of an operation always have the same value. */
  boolean takesTheSameTwice(NodeDef node) {
    return node.getInputCount() >= 2 && equal.areEqual(node.getInput(0), node.getInput(1));
  }

  /** Returns the operations of a layer in this graph, on the path or not. */
  public List<NodeDef> ofLayer(String layer) {
    String prefix = scopes.prefix(layer);
    return nodes.all().stream().filter(node -> node.getName().startsWith(prefix)).toList();
  }

  /** Returns what makes the first output. */
  public OutputEnd output() {
    return new OutputEnd(this, trace.output());
  }

  /** Returns what the layers draw at random. */
  public LayerDraws random() {
    return new LayerDraws(this, nodes);
  }

  /** Returns which weights a derivative reaches. */
  public Differentiation derivatives() {
    return new Differentiation(nodes, manifest, trace, flow.operations());
  }

  /** Returns whether training steps give a layer's weights other values than by gradients. */
  public boolean gathers(String layer) {
    return trace.updates().stream().anyMatch(update -> update.weight().startsWith(layer + "/"));
  }

  /** Returns the layers of penalties that are never above 0 and have no lower end. */
  public List<String> rewards() {
    PenaltySign sign = new PenaltySign(nodes);
    return trace.penalties().stream()
        .filter(penalty -> sign.of(penalty) < 0)
        .map(scopes::layer)
        .distinct()
        .toList();
  }

  /** Returns the sum of the factors that penalties multiply weights with; see {@link Penalty}. */
  public List<Penalty> penalties() {
    return Penalty.of(nodes, manifest, trace);
  }
}
