package dev.assay.run.inspection.graphs;

import static dev.assay.run.inspection.graphs.Inspections.RELU;
import static dev.assay.run.inspection.graphs.Inspections.accepts;
import static dev.assay.run.inspection.graphs.Inspections.inspect;
import static dev.assay.run.inspection.graphs.Inspections.refuses;
import static dev.assay.run.inspection.graphs.Inspections.refusesNode;

import dev.assay.findings.Finding;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GradientDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Names, inputs, devices and functions of a graph's operations. */
class GraphInspectionTest {
  @Test
  void aModelThatIsWhatItsManifestSaysIsAccepted() {
    accepts(Graphs.graph());
  }

  static Stream<Consumer<FunctionDefLibrary.Builder>> libraries() {
    return Stream.of(
        library -> library.addFunction(FunctionDef.getDefaultInstance()),
        library -> library.addGradient(GradientDef.getDefaultInstance()));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryOfFunctionsIsRefused(Consumer<FunctionDefLibrary.Builder> fill) {
    GraphDef.Builder graph = Graphs.graph();
    fill.accept(graph.getLibraryBuilder());
    refuses(graph, "FUNCTIONS", "carries 1 function;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "^serving/input", "a b", "a:1", "ä", "/a", "a\u0000"})
  void aNameThatTensorFlowDoesNotHaveIsRefused(String name) {
    refusesNode(Graphs.node(name, "NoOp"), "OPERATION_NAME", "letters, digits");
  }

  @Test
  void namesHaveABound() {
    accepts(Graphs.graph().addNode(Graphs.node("a".repeat(512), "NoOp")));
    refusesNode(
        Graphs.node("a".repeat(513), "NoOp"),
        "OPERATION_NAME",
        "\"" + "a".repeat(80) + "...\" of 513 characters; up to 512");
  }

  @Test
  void aNameMustNotComeTwice() {
    refuses(
        Graphs.graph().addNode(RELU).addNode(RELU).addNode(RELU),
        "DUPLICATE_OPERATION",
        "the name relu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "nowhere:1", "^nowhere", "serving/input:99999", "", "relu:x"})
  void anInputMustBeOfAnOperationThatIsThere(String input) {
    refusesNode(Graphs.node("relu_1", "Relu", input), "UNKNOWN_INPUT", "relu_1 takes the input");
  }

  @Test
  void aCircleIsRefused() {
    refuses(
        Graphs.graph()
            .addNode(Graphs.node("a", "Add", "serving/input", "b"))
            .addNode(Graphs.node("b", "Relu", "a:0")),
        "CYCLE",
        "2 operations",
        "such as a.");
    refusesNode(Graphs.node("a", "Relu", "a"), "CYCLE", "1 operation ");
    refusesNode(Graphs.node("a", "NoOp", "^a"), "CYCLE", "such as a.");
  }

  @Test
  void theSameInputTwiceIsNoCircle() {
    accepts(Graphs.graph().addNode(Graphs.node("a", "Mul", "serving/input", "serving/input")));
  }

  @Test
  void aChainOfManyOperationsNeedsNoDeepStack() {
    GraphDef.Builder graph = Graphs.graph().addNode(RELU.toBuilder().setName("r0"));
    for (int i = 1; i < 40_000; i++) {
      graph.addNode(Graphs.node("r" + i, "Relu", "r" + (i - 1)));
    }
    accepts(graph);
    refuses(graph.addNode(Graphs.node("x", "Add", "x", "r39999")), "CYCLE", "1 operation ");
  }

  @Test
  void devicesAreOurs() {
    refusesNode(
        RELU.toBuilder().setDevice("/job:other/task:1").build(), "DEVICE", "/job:other/task:1");
  }

  @Test
  void ofEachKindTheFirstIsToldAndTheOthersCounted() {
    GraphDef.Builder graph = Graphs.graph();
    for (int i = 0; i < 1000; i++) {
      graph.addNode(RELU.toBuilder().setName("r" + i).setDevice("/gpu:0\n").build());
    }
    List<Finding> found = inspect(graph);
    refuses(found, "DEVICE", "/gpu:0?", "999 more places are affected.");
  }

  @Test
  void allOperationsTogetherTakeABoundedNumberOfInputs() {
    NodeDef sum =
        Graphs.node("sum", "AddN").toBuilder()
            .addAllInput(Collections.nCopies(GraphInspection.MAX_INPUTS, "serving/input"))
            .build();
    refusesNode(sum, "TOO_MANY_INPUTS", "inputs together; 250,000 are allowed");
  }
}
