package dev.assay.run.inspection.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.protocol.StoredModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

class GraphFactsTest {
  private static NodeDef node(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(Arrays.asList(inputs)).build();
  }

  @Test
  void theFactsLookBehindIdentities(@TempDir Path folder) throws IOException {
    GraphDef graph =
        GraphDef.newBuilder()
            .addNode(node("serving/input", "Placeholder"))
            .addNode(node("serving/softmax", "Softmax", "serving/input"))
            .addNode(node("serving/named", "Identity", "serving/softmax:0"))
            .addNode(node("serving/output", "Identity", "serving/named"))
            .setLibrary(
                FunctionDefLibrary.newBuilder().addFunction(FunctionDef.getDefaultInstance()))
            .build();
    StoredModel stored = new StoredModel(folder.resolve("model.pb"), folder.resolve("model.json"));
    stored.write(graph, Graphs.model());
    GraphFacts facts = GraphFacts.of(stored, stored.built());
    assertThat(facts.operations()).containsExactly("Identity", "Placeholder", "Softmax");
    assertThat(facts.nodes()).isEqualTo(4);
    assertThat(facts.violations())
        .extracting(finding -> finding.code().name())
        .contains("FUNCTIONS");
    assertThat(facts.lastOperations()).containsExactly("Softmax");
  }

  @Test
  void whatServingRunsIsAllThatOutputAndPenaltiesDependOn() {
    GraphDef graph =
        GraphDef.newBuilder()
            .addNode(node("draw", "RandomUniform"))
            .addNode(node("split", "Split", "draw"))
            .addNode(node("after", "NoOp", "^split"))
            .addNode(node("serving/output", "Softmax", "split:1", "^after"))
            .addNode(node("penalty", "L2Loss"))
            .addNode(node("training/output", "TruncatedNormal", "serving/output"))
            .build();
    assertThat(
            GraphFacts.of(graph, List.of(), List.of("serving/output"), List.of("penalty:0"), 0)
                .serving())
        .containsExactly("L2Loss", "NoOp", "RandomUniform", "Softmax", "Split");
  }

  @Test
  void aSoftmaxThatIsWrittenByHandIsOne() {
    GraphDef graph =
        GraphDef.newBuilder()
            .addNode(node("scores", "MatMul"))
            .addNode(node("powers", "Exp", "scores"))
            .addNode(node("all", "Sum", "powers", "axis"))
            .addNode(node("shares", "RealDiv", "powers", "all"))
            .addNode(node("others", "RealDiv", "scores", "all"))
            .build();
    assertThat(
            GraphFacts.of(graph, List.of(), List.of("shares", "others"), List.of(), 0)
                .lastOperations())
        .containsExactly("Softmax", "RealDiv");
  }

  @Test
  void anOutputThatIsMissingOrGoesInCirclesHasNoOperation() {
    GraphDef none = GraphDef.getDefaultInstance();
    GraphDef circle = GraphDef.newBuilder().addNode(node("a", "Identity", "a")).build();
    assertThat(
            GraphFacts.of(none, List.of(), List.of("serving/output"), List.of(), 0)
                .lastOperations())
        .containsExactly("");
    assertThat(GraphFacts.of(circle, List.of(), List.of("a"), List.of(), 0).lastOperations())
        .containsExactly("");
  }
}
