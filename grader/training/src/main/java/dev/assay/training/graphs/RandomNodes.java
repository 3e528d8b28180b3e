package dev.assay.training.graphs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * Random operations whose numbers follow from their seeds and the number of the step alone.
 *
 * <p>TensorFlow's draw from a state of their own, so what they give would depend on how often that
 * copy of the operation ran. The same Philox generator (Salmon et al., 2011) is used here, with the
 * seeds as its key and the step as the upper half of its counter.
 */
public final class RandomNodes {
  private static final Map<String, String> STATELESS =
      Map.of(
          "RandomUniform", "StatelessRandomUniformV2",
          "RandomStandardNormal", "StatelessRandomNormalV2",
          "TruncatedNormal", "StatelessTruncatedNormalV2");
  private static final int PHILOX = 1;

  private RandomNodes() {}

  /** Returns whether it draws random numbers. */
  static boolean isRandom(NodeDef node) {
    return STATELESS.containsKey(node.getOp());
  }

  /** Returns whether it draws random numbers in a way that is not known here. */
  public static boolean keepsState(NodeDef node) {
    return node.containsAttr("seed2") && !isRandom(node) && !node.getOp().startsWith("Stateless");
  }

  /** The number of Philox, which the nodes made here need as an input. */
  static NodeDef algorithm(String name) {
    return NodeDefs.scalar(name, PHILOX);
  }

  /** A counter for the numbers of one step. */
  static List<NodeDef> counter(String name, String zero, String step) {
    NodeDef pair =
        NodeDefs.node("Pack", name + "/pair", zero, step)
            .putAttr("N", NodeDefs.number(2))
            .putAttr("T", NodeDefs.attribute(DataType.DT_INT64))
            .putAttr("axis", NodeDefs.number(0))
            .build();
    NodeDef counter =
        NodeDefs.node("Bitcast", name, pair.getName())
            .putAttr("T", NodeDefs.attribute(DataType.DT_INT64))
            .putAttr("type", NodeDefs.attribute(DataType.DT_UINT64))
            .build();
    return List.of(pair, counter);
  }

  /**
   * The key of a random node.
   *
   * @param place tells nodes without seeds apart
   */
  static NodeDef key(String name, NodeDef random, int place) {
    long seed = random.getAttrOrThrow("seed").getI();
    long seed2 = random.getAttrOrThrow("seed2").getI();
    long value = seed == 0 && seed2 == 0 ? place : Long.rotateLeft(seed, 32) ^ seed2;
    return NodeDefs.constant(name, NodeDefs.tensor(DataType.DT_UINT64, 1).addUint64Val(value));
  }

  /** Draws the same kind of numbers in the same shape. */
  static NodeDef stateless(NodeDef random, String key, String counter, String algorithm) {
    String type = Objects.requireNonNull(STATELESS.get(random.getOp()));
    return NodeDefs.node(type, random.getName(), random.getInput(0), key, counter, algorithm)
        .addAllInput(random.getInputList().subList(1, random.getInputCount()))
        .putAttr("dtype", random.getAttrOrThrow("dtype"))
        .putAttr("Tshape", random.getAttrOrThrow("T"))
        .build();
  }
}
