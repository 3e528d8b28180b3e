package dev.assay.training.graphs;

import com.google.protobuf.ByteString;
import dev.assay.keras.models.ElementType;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Makes and reads nodes of a GraphDef without a graph. */
public final class NodeDefs {
  private NodeDefs() {}

  /** A node; inputs are names, {@code name:output} or {@code ^name} to wait for it. */
  public static NodeDef.Builder node(String operation, String name, String... inputs) {
    return NodeDef.newBuilder().setOp(operation).setName(name).addAllInput(Arrays.asList(inputs));
  }

  public static NodeDef placeholder(String name, DataType type, long... shape) {
    return node("Placeholder", name)
        .putAttr("dtype", attribute(type))
        .putAttr("shape", AttrValue.newBuilder().setShape(shape(shape)).build())
        .build();
  }

  /**
   * Creates a node that gives a fed value its shape: TensorFlow does not trust the placeholder's
   * when it prepares a graph.
   */
  public static NodeDef shaped(String name, String fed, DataType type, long... shape) {
    return node("EnsureShape", name, fed)
        .putAttr("T", attribute(type))
        .putAttr("shape", AttrValue.newBuilder().setShape(shape(shape)).build())
        .build();
  }

  public static NodeDef ints(String name, List<Integer> values) {
    return constant(name, tensor(DataType.DT_INT32, values.size()).addAllIntVal(values));
  }

  public static NodeDef scalar(String name, int value) {
    return constant(name, tensor(DataType.DT_INT32).addIntVal(value));
  }

  static NodeDef longScalar(String name, long value) {
    return constant(name, tensor(DataType.DT_INT64).addInt64Val(value));
  }

  /** A tensor without its values. */
  static TensorProto.Builder tensor(DataType type, long... shape) {
    return TensorProto.newBuilder().setDtype(type).setTensorShape(shape(shape));
  }

  static NodeDef constant(String name, TensorProto.Builder tensor) {
    return node("Const", name)
        .putAttr("dtype", attribute(tensor.getDtype()))
        .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
        .build();
  }

  public static AttrValue attribute(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  /** TensorFlow's number for a type. */
  public static DataType type(ElementType type) {
    return switch (type) {
      case UINT8 -> DataType.DT_UINT8;
      case INT32 -> DataType.DT_INT32;
      case FLOAT32 -> DataType.DT_FLOAT;
    };
  }

  public static AttrValue text(String value) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build();
  }

  public static AttrValue number(long value) {
    return AttrValue.newBuilder().setI(value).build();
  }

  static TensorShapeProto shape(long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return shape.build();
  }

  public static AttrValue shape(Shape shape) {
    return AttrValue.newBuilder().setShape(shape(shape.asArray())).build();
  }
}
