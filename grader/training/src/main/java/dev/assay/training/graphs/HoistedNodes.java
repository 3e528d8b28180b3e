package dev.assay.training.graphs;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * The computations that a call of several steps makes once, for the examples of all steps; see
 * {@link RowWise}.
 */
final class HoistedNodes {
  private static final String SIZES = "step_sizes";
  private static final String AXIS = "first_axis";
  private static final AttrValue INTS = NodeDefs.attribute(DataType.DT_INT32);
  private static final AttrValue FLOATS = NodeDefs.attribute(DataType.DT_FLOAT);

  private final StepGraph step;
  private final PerExampleNodes perExample;
  private final Set<String> shared;
  private final List<Integer> sizes;
  private final GraphNodes stepNodes;
  private final List<NodeDef> nodes = new ArrayList<>();
  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, String> joined = new HashMap<>();

  /**
   * Creates the nodes that precede the steps.
   *
   * @param shared nodes that all steps have in common under their own names
   * @param sizes of the steps' batches
   */
  HoistedNodes(
      StepGraph step, PerExampleNodes perExample, Set<String> shared, List<Integer> sizes) {
    this.step = step;
    this.perExample = perExample;
    this.shared = shared;
    this.sizes = sizes;
    nodes.add(NodeDefs.ints(SIZES, sizes));
    nodes.add(NodeDefs.scalar(AXIS, 0));
    stepNodes = GraphNodes.of(step.nodes());
    addAll(perExample.before());
  }

  /** Returns the name of a node that exists once per call. */
  static String name(String node) {
    return "all/" + node;
  }

  /** Returns the name of a step's part of the labels, or of values computed from them. */
  String part(String node, int k) {
    if (sizes.size() == 1) {
      return name(node);
    }
    return parts.computeIfAbsent(node, this::split) + ":" + k;
  }

  private String split(String node) {
    String name = "parts" + parts.size();
    nodes.add(
        NodeDefs.node("SplitV", name, name(node), SIZES, AXIS)
            .putAttr("num_split", NodeDefs.number(sizes.size()))
            .putAttr("T", NodeDefs.attribute(type(stepNodes.require(node))))
            .putAttr("Tlen", INTS)
            .build());
    return name;
  }

  private static DataType type(NodeDef node) {
    return switch (node.getOp()) {
      case "Cast" -> node.getAttrOrThrow("DstT").getType();
      case "OneHot" -> node.getAttrOrThrow("T").getType();
      default -> node.getAttrOrThrow("dtype").getType();
    };
  }

  /**
   * Returns all nodes, including those that follow the steps.
   *
   * @param sums the name of the node that gives what {@code StepMetricSums} reads
   */
  List<NodeDef> nodes(String sums) {
    addAll(perExample.after());
    NodeDef.Builder all = concatenation(sums, FLOATS);
    for (StepGraph.Sum sum : step.ends().sums()) {
      if (perExample.totals().contains(sum.node())) {
        all.addInput(input(stepNodes.require(sum.node()).getInput(0), FLOATS));
      } else {
        all.addAllInput(ofEachStep(sum.node()));
      }
    }
    nodes.add(all.putAttr("N", NodeDefs.number(all.getInputCount())).addInput(AXIS).build());
    return nodes;
  }

  private void addAll(Set<String> once) {
    for (NodeDef node : step.nodes()) {
      if (once.contains(node.getName()) && !step.ends().isFed(node.getName())) {
        AttrValue type = node.getAttrOrThrow(node.getOp().equals("Cast") ? "SrcT" : "T");
        List<String> inputs =
            node.getInputList().stream().map(input -> input(input, type)).toList();
        nodes.add(
            node.toBuilder()
                .setName(name(node.getName()))
                .clearInput()
                .addAllInput(inputs)
                .build());
      }
    }
  }

  /** Returns the input of a node that exists once per call: the steps' values, concatenated. */
  private String input(String input, AttrValue type) {
    String producer = NodeInputs.node(input);
    if (shared.contains(producer)) {
      return input;
    }
    if (perExample.isOutsideSteps(producer)) {
      return name(producer);
    }
    if (sizes.size() == 1) {
      return UnrolledSteps.name(0, input);
    }
    return joined.computeIfAbsent(input, key -> join(key, type));
  }

  private String join(String input, AttrValue type) {
    String name = "joined" + joined.size();
    nodes.add(
        concatenation(name, type)
            .putAttr("N", NodeDefs.number(sizes.size()))
            .addAllInput(ofEachStep(input))
            .addInput(AXIS)
            .build());
    return name;
  }

  private static NodeDef.Builder concatenation(String name, AttrValue type) {
    return NodeDefs.node("ConcatV2", name).putAttr("T", type).putAttr("Tidx", INTS);
  }

  private List<String> ofEachStep(String input) {
    List<String> inputs = new ArrayList<>();
    for (int k = 0; k < sizes.size(); k++) {
      inputs.add(UnrolledSteps.name(k, input));
    }
    return inputs;
  }
}
