package dev.assay.similarity.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

class ModelDigestsTest {
  private static NodeDef node(String name, String op, String... inputs) {
    NodeDef.Builder node = NodeDef.newBuilder().setName(name).setOp(op);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node.build();
  }

  private static NodeDef with(NodeDef node, String attribute, AttrValue.Builder value) {
    return node.toBuilder().putAttr(attribute, value.build()).build();
  }

  private static String digest(NodeDef... nodes) {
    GraphDef.Builder graph = GraphDef.newBuilder();
    for (NodeDef node : nodes) {
      graph.addNode(node);
    }
    return GraphDigest.of(graph.build());
  }

  private static AttrValue.Builder number(long value) {
    return AttrValue.newBuilder().setI(value);
  }

  @Test
  void namesAndOrderOfNodesDoNotCount() {
    String plain =
        digest(node("x", "Input"), node("a", "Relu", "x"), node("b", "Sub", "x", "a:1", "^x"));
    assertThat(
            digest(
                node("q", "Sub", "in", "r:1", "^in"), node("r", "Relu", "in"), node("in", "Input")))
        .isEqualTo(plain);
  }

  @Test
  void operationsAttributesAndConnectionsCount() {
    NodeDef x = node("x", "Input");
    NodeDef relu = node("a", "Relu", "x");
    String plain = digest(x, relu, node("b", "Sub", "x", "a"));
    assertThat(digest(x, relu, node("b", "Sub", "a", "x"))).isNotEqualTo(plain);
    assertThat(digest(x, relu, node("b", "Add", "x", "a"))).isNotEqualTo(plain);
    assertThat(digest(x, relu, node("b", "Sub", "x", "a:1"))).isNotEqualTo(plain);
    assertThat(digest(x, relu, with(node("b", "Sub", "x", "a"), "n", number(3))))
        .isNotEqualTo(plain);
    assertThat(digest(x, relu, with(node("b", "Sub", "x", "a"), "seed", number(3))))
        .isEqualTo(plain);
    AttrValue.Builder type = AttrValue.newBuilder().setType(DataType.DT_FLOAT);
    assertThat(digest(with(x, "dtype", type))).isNotEqualTo(digest(x));
  }

  @Test
  void circlesAndMissingInputsEnd() {
    assertThat(digest(node("a", "Relu", "b"), node("b", "Relu", "a"), node("c", "Relu", "none")))
        .isNotEmpty();
  }

  @Test
  void aResultWithoutAModelHasNone(@TempDir Path folder) throws IOException {
    assertThat(ModelDigests.read(folder, "iris")).isEmpty();
    Files.writeString(folder.resolve("model.json"), "{}");
    assertThat(ModelDigests.read(folder, "iris")).isEmpty();
  }

  @Test
  void namesOrderAndVerbosityOfAPlanDoNotCount() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String text =
        """
        {"manifest": {"compilation": {"name": "net", "optimizer": {"type": "Adam"}},
          "weights": [{"name": "dense/kernel", "shape": [4, 3]}]},
         "fit": {"epochs": 9, "verbose": 1, "callbacks": [
           {"type": "CSVLogger", "file": "a.csv"}, {"type": "EarlyStopping", "patience": 3}]}}
        """;
    ObjectNode other = (ObjectNode) mapper.readTree(text.replace("net", "mine"));
    ObjectNode fit = (ObjectNode) other.get("fit");
    ArrayNode callbacks = (ArrayNode) fit.get("callbacks");
    fit.put("verbose", 0);
    callbacks.add(callbacks.remove(0));
    ((ObjectNode) callbacks.get(1)).put("file", "b.csv");
    String plain = ModelDigests.plan(mapper.readTree(text));
    assertThat(ModelDigests.plan(other)).isEqualTo(plain);
    fit.put("epochs", 10);
    assertThat(ModelDigests.plan(other)).isNotEqualTo(plain);
  }
}
