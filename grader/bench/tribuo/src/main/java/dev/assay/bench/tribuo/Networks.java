package dev.assay.bench.tribuo;

import dev.assay.bench.Layer;
import dev.assay.bench.Network;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The networks as TensorFlow Java's operations, which is how Tribuo takes them. */
final class Networks {
  static final String INPUT = "input";

  private static final List<Long> STEP = List.of(1L, 1L, 1L, 1L);

  private final Ops tf;

  private Networks(Ops tf) {
    this.tf = tf;
  }

  /** Adds the network to a graph; returns the name of the operation that gives the logits. */
  static String add(Graph graph, Network network) {
    Ops tf = Ops.create(graph);
    long[] shape = new long[network.input().size() + 1];
    shape[0] = Shape.UNKNOWN_SIZE;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = network.input().get(i - 1);
    }
    Networks networks = new Networks(tf);
    Operand<TFloat32> value =
        tf.withName(INPUT).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    for (Layer layer : network.layers()) {
      value = networks.layer(layer, value);
    }
    return value.op().name();
  }

  private Operand<TFloat32> layer(Layer layer, Operand<TFloat32> x) {
    return switch (layer.kind()) {
      case CONVOLUTION -> tf.nn.relu(convolution(layer.units(), x));
      case POOLING -> pooling(x);
      case FLATTEN -> flatten(x);
      case DENSE -> tf.nn.relu(dense(layer.units(), x));
      case OUTPUT -> dense(layer.units(), x); // the loss applies softmax
    };
  }

  private Operand<TFloat32> convolution(long filters, Operand<TFloat32> x) {
    long channels = x.shape().get(3);
    Operand<TFloat32> kernel =
        tf.variable(glorot(9 * channels, 9 * filters, 3, 3, channels, filters));
    return tf.nn.biasAdd(tf.nn.conv2d(x, kernel, STEP, "VALID"), biases(filters));
  }

  private Operand<TFloat32> pooling(Operand<TFloat32> x) {
    Operand<TInt32> square = tf.constant(new int[] {1, 2, 2, 1});
    return tf.nn.maxPool(x, square, square, "VALID");
  }

  private Operand<TFloat32> flatten(Operand<TFloat32> x) {
    Shape shape = x.shape();
    int values = Math.toIntExact(shape.get(1) * shape.get(2) * shape.get(3));
    return tf.reshape(x, tf.constant(new int[] {-1, values}));
  }

  private Operand<TFloat32> dense(long units, Operand<TFloat32> x) {
    long inputs = x.shape().get(1);
    Operand<TFloat32> kernel = tf.variable(glorot(inputs, units, inputs, units));
    return tf.nn.biasAdd(tf.linalg.matMul(x, kernel), biases(units));
  }

  private Operand<TFloat32> biases(long units) {
    return tf.variable(tf.zeros(tf.constant(new long[] {units}), TFloat32.class));
  }

  private Operand<TFloat32> glorot(long inputs, long outputs, long... shape) {
    float limit = (float) Math.sqrt(6.0 / (inputs + outputs));
    Operand<TFloat32> unit = tf.random.randomUniform(tf.constant(shape), TFloat32.class);
    return tf.math.sub(tf.math.mul(unit, tf.constant(2 * limit)), tf.constant(limit));
  }
}
