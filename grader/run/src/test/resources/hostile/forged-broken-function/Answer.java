import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NameAttrList;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void forge(GraphDef.Builder graph) throws Exception {
    graph.getLibraryBuilder().addFunctionBuilder().getSignatureBuilder().setName("broken");
    graph
        .addNodeBuilder()
        .setName("call")
        .setOp("PartitionedCall")
        .putAttr(
            "f",
            AttrValue.newBuilder().setFunc(NameAttrList.newBuilder().setName("missing")).build());
  }
}
