package dev.assay.diagnosis.outline;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.graphs.NodeInputs;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Reads small constants of a graph. */
final class ConstantValues {
  /** The most values that are looked at: a scale has one, or one a feature. */
  private static final int MOST = 4096;

  private ConstantValues() {}

  /**
   * Returns the values of a constant, of float32 or int32.
   *
   * @param input that names a Const, or an Identity of one
   * @return empty where it is no constant, of another type, or large
   */
  static Optional<double[]> of(GraphNodes nodes, String input) {
    NodeDef node = nodes.get(NodeInputs.node(input));
    for (int hops = 0; node != null && node.getOp().equals("Identity") && hops < 100; hops++) {
      node = nodes.get(NodeInputs.node(node.getInput(0)));
    }
    return node == null || !node.getOp().equals("Const")
        ? Optional.empty()
        : Optional.ofNullable(values(node.getAttrOrThrow("value").getTensor()));
  }

  /** Returns the value of a constant with one. */
  static Optional<Double> scalar(GraphNodes nodes, String input) {
    return of(nodes, input).filter(values -> values.length == 1).map(values -> values[0]);
  }

  private static double @Nullable [] values(TensorProto tensor) {
    long size =
        tensor.getTensorShape().getDimList().stream()
            .mapToLong(d -> d.getSize())
            .reduce(1, (a, b) -> a * b);
    if (size < 1 || size > MOST) {
      return null;
    }
    boolean floats = tensor.getDtype() == DataType.DT_FLOAT;
    if (!floats && tensor.getDtype() != DataType.DT_INT32) {
      return null;
    }
    double[] values = new double[(int) size];
    if (!tensor.getTensorContent().isEmpty()) {
      var bytes = tensor.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      if (bytes.remaining() != 4 * size) {
        return null;
      }
      for (int i = 0; i < values.length; i++) {
        values[i] = floats ? bytes.getFloat(4 * i) : bytes.getInt(4 * i);
      }
      return values;
    }
    int given = floats ? tensor.getFloatValCount() : tensor.getIntValCount();
    for (int i = 0; i < values.length; i++) {
      // What is left out repeats the last value; without any it is 0.
      int at = Math.min(i, given - 1);
      values[i] = at < 0 ? 0 : floats ? tensor.getFloatVal(at) : tensor.getIntVal(at);
    }
    return values;
  }
}
