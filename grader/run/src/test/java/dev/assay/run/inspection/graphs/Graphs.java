package dev.assay.run.inspection.graphs;

import com.google.protobuf.ByteString;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.BuiltModel;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Graphs made by hand: a softmax regression of four features and three classes. */
final class Graphs {
  private Graphs() {}

  static final WeightSpec KERNEL =
      new WeightSpec("dense/kernel", List.of(4, 3), true, Initializer.GLOROT_UNIFORM);
  static final WeightSpec MEAN =
      new WeightSpec("normalization/mean", List.of(4), false, Initializer.ZEROS);

  /** A graph that keeps all rules. */
  static GraphDef.Builder graph() {
    GraphDef.Builder graph =
        GraphDef.newBuilder().addNode(variable(KERNEL)).addNode(variable(MEAN));
    for (String scope : List.of("serving", "training")) {
      graph
          .addNode(placeholder(scope + "/input", DataType.DT_FLOAT, -1, 4))
          .addNode(read(scope, KERNEL))
          .addNode(read(scope, MEAN))
          .addNode(node(scope + "/sub", "Sub", scope + "/input", scope + "/read/" + MEAN.name()))
          .addNode(node(scope + "/dot", "MatMul", scope + "/sub", scope + "/read/" + KERNEL.name()))
          .addNode(node(scope + "/output", "Softmax", scope + "/dot:0"));
    }
    return graph;
  }

  /** What its manifest says. */
  static BuiltModel model() {
    return model(trace("serving"), trace("training"), KERNEL, MEAN);
  }

  static BuiltModel model(Trace serving, Trace training, WeightSpec... weights) {
    Manifest manifest =
        new Manifest(
            new TensorSpec(ElementType.FLOAT32, List.of(4)),
            new TensorSpec(ElementType.FLOAT32, List.of(3)),
            serving,
            training,
            List.of(weights),
            List.of(),
            new Compilation(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, List.of()));
    return new BuiltModel(manifest, Parts.NONE, 0, FitPlan.epochs(1));
  }

  static Trace trace(String scope) {
    return new Trace(scope, List.of(), List.of(), List.of());
  }

  static NodeDef node(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(Arrays.asList(inputs)).build();
  }

  static NodeDef with(NodeDef node, String attribute, AttrValue.Builder value) {
    return node.toBuilder().putAttr(attribute, value.build()).build();
  }

  static NodeDef variable(WeightSpec weight) {
    long[] sizes = weight.shape().stream().mapToLong(Integer::longValue).toArray();
    NodeDef node = with(node("weights/" + weight.name(), "VarHandleOp"), "shape", shape(sizes));
    return with(with(node, "dtype", type(DataType.DT_FLOAT)), "shared_name", text(weight.name()));
  }

  static NodeDef read(String scope, WeightSpec weight) {
    return node(scope + "/read/" + weight.name(), "ReadVariableOp", "weights/" + weight.name());
  }

  static NodeDef placeholder(String name, DataType type, long... sizes) {
    return with(with(node(name, "Placeholder"), "dtype", type(type)), "shape", shape(sizes));
  }

  /** A constant that claims a shape; its content may have another length. */
  static NodeDef constant(String name, DataType type, int contentBytes, long... sizes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDtype(type)
            .setTensorShape(sizes(sizes))
            .setTensorContent(ByteString.copyFrom(new byte[contentBytes]));
    NodeDef node = with(node(name, "Const"), "dtype", type(type));
    return with(node, "value", AttrValue.newBuilder().setTensor(tensor));
  }

  static AttrValue.Builder type(DataType type) {
    return AttrValue.newBuilder().setType(type);
  }

  static AttrValue.Builder text(String text) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(text));
  }

  static AttrValue.Builder shape(long... sizes) {
    return AttrValue.newBuilder().setShape(sizes(sizes));
  }

  private static TensorShapeProto sizes(long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return shape.build();
  }
}
