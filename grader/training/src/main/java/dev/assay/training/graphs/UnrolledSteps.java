package dev.assay.training.graphs;

import dev.assay.keras.graphs.NodeInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Several steps as one graph: copies of a step's nodes, of which each sees the variables as the one
 * before left them.
 *
 * <p>Constants and handles of variables are there once, and so is what looks at each example by
 * itself ({@link PerExampleNodes}): in a small model's step most time goes by from one node to the
 * next. Batches have a size that is known, so that TensorFlow computes shapes, and what follows
 * from them, once and not in each step.
 */
public final class UnrolledSteps {
  /** The placeholder for the numbers of all steps: those of the first, of the second, ... */
  public static final String SCALARS = "scalars";

  /** The placeholder for the numbers of the steps, where the step draws random numbers. */
  public static final String NUMBERS = "numbers";

  /** The node that gives what {@code StepMetricSums} reads. */
  public static final String SUMS = "sums";

  private static final String SCALAR = "scalar";
  private static final String NUMBER = "number";
  private static final String ZERO = "zero";
  private static final String PHILOX = "philox";

  private final StepGraph step;
  private final List<String> scalars;
  private final Set<String> handles = new HashSet<>();
  private final Set<String> shared = new HashSet<>();
  private final Map<String, NodeDef> keys = new HashMap<>();
  private final GraphDef.Builder graph = GraphDef.newBuilder();
  private final PerExampleNodes perExample;
  private final HoistedNodes whole;

  private UnrolledSteps(StepGraph step, List<Integer> sizes) {
    this.step = step;
    scalars = step.ends().scalars();
    perExample = PerExampleNodes.of(step);
    for (NodeDef node : step.nodes()) {
      if (node.getOp().equals("VarHandleOp")) {
        handles.add(node.getName());
        shared.add(node.getName());
      } else if (node.getOp().equals("Const") && node.getInputCount() == 0) {
        shared.add(node.getName());
      } else if (RandomNodes.isRandom(node)) {
        String name = "key/" + node.getName();
        keys.put(node.getName(), RandomNodes.key(name, node, keys.size()));
      }
    }
    whole = new HoistedNodes(step, perExample, shared, sizes);
  }

  /**
   * The steps, with the batch sizes given.
   *
   * @param examples where their batches come from
   */
  public static GraphDef of(StepGraph step, StepExamples examples, List<Integer> sizes) {
    UnrolledSteps unrolled = new UnrolledSteps(step, sizes);
    unrolled.addShared(examples, sizes);
    for (int k = 0; k < sizes.size(); k++) {
      unrolled.addStep(examples, k, sizes.get(k));
    }
    return unrolled.graph.addAllNode(unrolled.whole.nodes(SUMS)).build();
  }

  /** Returns the name of a node of the step in one of the copies. */
  public static String name(int copy, String node) {
    return copy + "/" + node;
  }

  private void addShared(StepExamples examples, List<Integer> sizes) {
    int copies = sizes.size();
    step.nodes().stream().filter(node -> shared.contains(node.getName())).forEach(graph::addNode);
    graph.addAllNode(examples.shared(sizes, HoistedNodes.name(step.ends().labels())));
    addSplit(SCALARS, SCALAR, DataType.DT_FLOAT, copies * scalars.size());
    if (!keys.isEmpty()) {
      addSplit(NUMBERS, NUMBER, DataType.DT_INT64, copies);
      graph.addNode(NodeDefs.longScalar(ZERO, 0));
      graph.addNode(RandomNodes.algorithm(PHILOX));
      graph.addAllNode(keys.values());
    }
  }

  /** A fed vector, of whose values each step takes its own. */
  private void addSplit(String vector, String values, DataType type, int size) {
    graph.addNode(NodeDefs.placeholder(vector, type, size));
    graph.addNode(
        NodeDefs.node("Unpack", values, vector)
            .putAttr("num", NodeDefs.number(size))
            .putAttr("T", NodeDefs.attribute(type))
            .putAttr("axis", NodeDefs.number(0)));
  }

  private void addStep(StepExamples examples, int k, int size) {
    String weights = step.ends().weights();
    graph.addAllNode(
        examples.batch(
            k, size, name(k, step.ends().features()), weights == null ? null : name(k, weights)));
    String counter = name(k, "counter");
    if (!keys.isEmpty()) {
      graph.addAllNode(RandomNodes.counter(counter, ZERO, NUMBER + ":" + k));
    }
    for (NodeDef node : step.nodes()) {
      if (isCopied(node.getName())) {
        NodeDef copy = copy(node, k);
        NodeDef key = keys.get(node.getName());
        graph.addNode(
            key == null ? copy : RandomNodes.stateless(copy, key.getName(), counter, PHILOX));
      }
    }
  }

  private boolean isCopied(String node) {
    return !shared.contains(node) && !step.ends().isFed(node) && !perExample.isOutsideSteps(node);
  }

  private NodeDef copy(NodeDef node, int k) {
    List<String> inputs = new ArrayList<>();
    boolean usesVariable = false;
    for (String input : node.getInputList()) {
      inputs.add(input(input, k));
      usesVariable |= handles.contains(NodeInputs.node(input));
    }
    if (usesVariable && k > 0) {
      inputs.add("^" + name(k - 1, step.ends().update()));
    }
    return node.toBuilder()
        .setName(name(k, node.getName()))
        .clearInput()
        .addAllInput(inputs)
        .build();
  }

  private String input(String input, int k) {
    String producer = NodeInputs.node(input);
    if (shared.contains(producer)) {
      return input;
    }
    if (perExample.before().contains(producer)) {
      return NodeInputs.isControl(input)
          ? "^" + HoistedNodes.name(producer)
          : whole.part(producer, k);
    }
    int scalar = scalars.indexOf(producer);
    if (scalar >= 0) {
      return NodeInputs.isControl(input)
          ? "^" + SCALAR
          : SCALAR + ":" + (k * scalars.size() + scalar);
    }
    return NodeInputs.isControl(input) ? "^" + name(k, producer) : name(k, input);
  }
}
