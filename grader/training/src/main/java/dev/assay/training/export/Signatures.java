package dev.assay.training.export;

import dev.assay.keras.losses.Outputs;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.manifest.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/** The serving signature of a model, with the outputs that have to be derived from its raw ones. */
final class Signatures {
  private static final String PREDICT = "tensorflow/serving/predict";

  private final Ops tf;
  private final Manifest manifest;
  private final Outputs kind;
  private final Operand<TFloat32> outputs;
  private final Map<String, TensorInfo> infos = new LinkedHashMap<>();

  private Signatures(Graph graph, Manifest manifest) {
    this.manifest = manifest;
    tf = Ops.create(graph).withSubScope("signature");
    kind = manifest.compilation().loss().outputs();
    outputs = graph.outputOrThrow(manifest.serving().output() + ":0").expect(TFloat32.class);
  }

  /**
   * Adds to a serving graph what classification needs.
   *
   * @param labels the classes' names; empty where there are no classes
   */
  static SignatureDef add(Graph graph, Manifest manifest, List<String> labels) {
    Signatures signatures = new Signatures(graph, manifest);
    signatures.add("outputs", signatures.outputs, DataType.DT_FLOAT);
    if (!labels.isEmpty()) {
      signatures.addClasses(labels);
    }
    Output<?> input = graph.outputOrThrow(manifest.serving().input() + ":0");
    return SignatureDef.newBuilder()
        .setMethodName(PREDICT)
        .putInputs("features", info(input, type(manifest.input().type())))
        .putAllOutputs(signatures.infos)
        .build();
  }

  private void addClasses(List<String> labels) {
    boolean single = requireClasses(labels) == 1;
    if (kind == Outputs.PROBABILITIES || kind.areLogits()) {
      Operand<TFloat32> scores = kind.scores(tf, outputs);
      Operand<TFloat32> probabilities = single ? both(scores) : scores;
      add("probabilities", tf.identity(probabilities), DataType.DT_FLOAT);
    }
    Operand<TInt64> classes =
        single ? thresholded() : tf.math.argMax(outputs, tf.constant(1), TInt64.class);
    add("classes", classes, DataType.DT_INT64);
    Operand<TString> names = tf.array(labels.toArray(String[]::new));
    add("labels", tf.gather(names, classes, tf.constant(0)), DataType.DT_STRING);
  }

  /** Checks that the labels fit the outputs, and returns how many values an example has in them. */
  private int requireClasses(List<String> labels) {
    List<Integer> shape = manifest.output().shape();
    boolean fits = shape.equals(List.of(labels.size())) && labels.size() > 1;
    if (!fits && !(shape.equals(List.of(1)) && labels.size() == 2)) {
      throw new IllegalArgumentException(
          "labels must name the classes: one for each output, or two for a single one."
              + String.format(
                  Locale.ROOT,
                  " Received: %d labels, outputs of shape %s",
                  labels.size(),
                  manifest.output().show()));
    }
    return shape.get(0);
  }

  /** Returns the probabilities of both classes, given that of the second. */
  private Operand<TFloat32> both(Operand<TFloat32> second) {
    return tf.concat(List.of(tf.math.sub(tf.constant(1f), second), second), tf.constant(1));
  }

  private Operand<TInt64> thresholded() {
    return tf.dtypes.cast(
        tf.math.greaterEqual(
            tf.squeeze(outputs, Squeeze.axis(List.of(1L))), tf.constant(kind.threshold())),
        TInt64.class);
  }

  private void add(String key, Operand<?> value, DataType type) {
    infos.put(key, info(value.asOutput(), type));
  }

  private static TensorInfo info(Output<?> tensor, DataType type) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    Shape sizes = tensor.shape();
    for (int axis = 0; axis < sizes.numDimensions(); axis++) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(sizes.get(axis)));
    }
    return TensorInfo.newBuilder()
        .setName(tensor.op().name() + ":" + tensor.index())
        .setDtype(type)
        .setTensorShape(shape)
        .build();
  }

  private static DataType type(ElementType type) {
    return switch (type) {
      case UINT8 -> DataType.DT_UINT8;
      case INT32 -> DataType.DT_INT32;
      case FLOAT32 -> DataType.DT_FLOAT;
    };
  }
}
