package dev.assay.training.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.Restore;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * Reads what was exported in a process of its own, with nothing of Assay: TensorFlow Java alone.
 */
final class StockReader {
  private StockReader() {}

  /**
   * {@code savedmodel FOLDER FEATURES} or {@code checkpoint PREFIX FEATURES GRAPH NAME...}; prints
   * a line for each output: key, shape and values, floats as their bits.
   */
  public static void main(String[] args) throws IOException {
    requireNoAssay();
    byte[] features = Files.readAllBytes(Path.of(args[2]));
    if (args[0].equals("savedmodel")) {
      savedModel(args[1], features);
    } else {
      checkpoint(args[1], features, Path.of(args[3]), Arrays.asList(args).subList(4, args.length));
    }
  }

  private static void requireNoAssay() {
    try {
      Class.forName("dev.assay.keras.models.manifest.Manifest");
      throw new IllegalStateException("Assay is on the class path");
    } catch (ClassNotFoundException e) {
      // As it must be.
    }
  }

  private static void savedModel(String folder, byte[] features) {
    try (SavedModelBundle bundle = SavedModelBundle.load(folder, "serve")) {
      TensorInfo info =
          bundle
              .metaGraphDef()
              .getSignatureDefOrThrow("serving_default")
              .getInputsOrThrow("features");
      try (Tensor input = tensor(info, features);
          Result result = bundle.function("serving_default").call(Map.of("features", input))) {
        Map<String, Tensor> outputs = new TreeMap<>();
        result.forEach(entry -> outputs.put(entry.getKey(), entry.getValue()));
        outputs.forEach((key, value) -> System.out.println(key + " " + show(value)));
      }
    }
  }

  private static Tensor tensor(TensorInfo info, byte[] values) {
    long[] shape =
        info.getTensorShape().getDimList().stream()
            .mapToLong(TensorShapeProto.Dim::getSize)
            .toArray();
    boolean bytes = info.getDtype().name().equals("DT_UINT8");
    long size = bytes ? 1 : 4;
    for (int axis = 1; axis < shape.length; axis++) {
      size *= shape[axis];
    }
    shape[0] = values.length / size;
    Class<? extends TType> type = bytes ? TUint8.class : TFloat32.class;
    Tensor tensor = Tensor.of(type, Shape.of(shape));
    tensor.asRawTensor().data().write(values);
    return tensor;
  }

  /** By the variables' names alone, into the graph that was graded. */
  private static void checkpoint(String prefix, byte[] features, Path model, List<String> names)
      throws IOException {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      graph.importGraphDef(GraphDef.parseFrom(Files.readAllBytes(model)));
      Ops tf = Ops.create(graph);
      List<Class<? extends TType>> types = new ArrayList<>();
      names.forEach(name -> types.add(TFloat32.class));
      String[] slices = new String[names.size()];
      Arrays.fill(slices, "");
      Restore restored =
          tf.train.restore(
              tf.constant(prefix), tf.array(names.toArray(String[]::new)), tf.array(slices), types);
      Session.Runner runner = session.runner();
      for (int i = 0; i < names.size(); i++) {
        Operand<? extends TType> variable =
            graph.operationOrThrow("weights/" + names.get(i)).output(0);
        runner.addTarget(tf.assignVariableOp(variable, restored.tensors().get(i)));
      }
      runner.run().close();
      Shape shape = graph.outputOrThrow("serving/input:0").shape();
      int examples = (int) (features.length / 4 / shape.get(1));
      try (TFloat32 input = TFloat32.tensorOf(Shape.of(examples, shape.get(1)))) {
        input.asRawTensor().data().write(features);
        try (Result result =
            session.runner().feed("serving/input", input).fetch("serving/output").run()) {
          System.out.println("outputs " + show(result.get(0)));
        }
      }
    }
  }

  private static String show(Tensor tensor) {
    List<String> values = new ArrayList<>();
    if (tensor instanceof TFloat32 floats) {
      floats.scalars().forEach(value -> values.add(bits(value.getFloat())));
    } else if (tensor instanceof TInt64 longs) {
      longs.scalars().forEach(value -> values.add("" + value.getLong()));
    } else if (tensor instanceof TString strings) {
      for (NdArray<String> value : strings.scalars()) {
        values.add(
            new String(value.getObject().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      }
    }
    return tensor.shape() + " " + String.join(" ", values);
  }

  private static String bits(float value) {
    return Integer.toHexString(Float.floatToRawIntBits(value));
  }
}
