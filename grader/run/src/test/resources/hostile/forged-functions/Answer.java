import org.tensorflow.proto.GraphDef;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void forge(GraphDef.Builder graph) throws Exception {
    graph.getLibraryBuilder().addFunctionBuilder().getSignatureBuilder().setName("broken");
  }
}
