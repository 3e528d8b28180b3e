import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  private static final AttrValue FLOAT = AttrValue.newBuilder().setType(DataType.DT_FLOAT).build();

  @Override
  void forge(GraphDef.Builder graph) throws Exception {
    graph.addNodeBuilder().setName("a").setOp("Neg").addInput("b").putAttr("T", FLOAT);
    graph.addNodeBuilder().setName("b").setOp("Neg").addInput("a").putAttr("T", FLOAT);
  }
}
