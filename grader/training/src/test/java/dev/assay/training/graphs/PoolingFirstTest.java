package dev.assay.training.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.training.session.FloatTensors;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/** Moving ReLU behind the pooling changes no bit of what a model gives or learns. */
class PoolingFirstTest {
  private static final Shape SHAPE = Shape.of(4, 9, 9, 3);

  private static ModelGraph graph(Layer... layers) {
    return graph(Sequential.of(layers).compile(SGD.defaults(), Loss.MEAN_SQUARED_ERROR));
  }

  private static ModelGraph graph(Model model) {
    return ModelGraph.trace(model, new TensorSpec(ElementType.FLOAT32, List.of(9, 9, 2)), 1);
  }

  private static Conv2D relu(int filters) {
    return Conv2D.of(filters, 2).activation(Activation.RELU);
  }

  private static GraphDef rewritten(ModelGraph graph) {
    return PoolingFirst.rewrite(graph.graphDef(), graph.manifest());
  }

  /** The operations of the training graph's ReLUs and poolings, in the data's order. */
  private static List<String> order(GraphDef graph) {
    return graph.getNodeList().stream()
        .filter(node -> node.getName().startsWith("training/"))
        .map(NodeDef::getOp)
        .filter(List.of("Relu", "MaxPool")::contains)
        .toList();
  }

  @Test
  void aReluThatOnlyAPoolingUsesComesAfterIt() {
    ModelGraph graph =
        graph(relu(2), MaxPooling2D.layer(), relu(3), MaxPooling2D.layer(), Flatten.layer());

    assertThat(order(graph.graphDef())).containsExactly("Relu", "MaxPool", "Relu", "MaxPool");
    assertThat(order(rewritten(graph))).containsExactly("MaxPool", "Relu", "MaxPool", "Relu");
  }

  @Test
  void aReluThatSomethingElseUsesStays() {
    Input input = Input.layer();
    Node relu = relu(2).apply(input);
    Node pooled = MaxPooling2D.of(1).apply(relu);
    Node output = Flatten.layer().apply(Add.layer().apply(pooled, relu));
    ModelGraph graph =
        graph(Functional.of(input, output).compile(SGD.defaults(), Loss.MEAN_SQUARED_ERROR));

    assertThat(rewritten(graph)).isEqualTo(graph.graphDef());
  }

  /** A Normalization layer's input is measured by its name. */
  @Test
  void aReluThatTheManifestNamesStays() {
    ModelGraph graph = graph(relu(2), Normalization.layer(), MaxPooling2D.layer(), Flatten.layer());

    assertThat(rewritten(graph)).isEqualTo(graph.graphDef());
  }

  @ParameterizedTest
  @ValueSource(strings = {"VALID", "SAME"})
  void outputsAndGradientsStayTheSame(String padding) {
    GraphDef nodes = reluAndPooling(padding);
    GraphDef rewritten = PoolingFirst.rewrite(nodes, Set.of());

    assertThat(order(rewritten)).containsExactly("MaxPool", "Relu");
    assertThat(outputAndGradient(rewritten)).isDeepEqualTo(outputAndGradient(nodes));
  }

  private static GraphDef reluAndPooling(String padding) {
    AttrValue.ListValue window =
        AttrValue.ListValue.newBuilder().addAllI(List.of(1L, 3L, 3L, 1L)).build();
    AttrValue.ListValue strides =
        AttrValue.ListValue.newBuilder().addAllI(List.of(1L, 2L, 2L, 1L)).build();
    AttrValue type = NodeDefs.attribute(DataType.DT_FLOAT);
    return GraphDef.newBuilder()
        .addNode(NodeDefs.placeholder("x", DataType.DT_FLOAT, SHAPE.asArray()))
        .addNode(NodeDefs.node("Relu", "training/relu", "x").putAttr("T", type))
        .addNode(
            NodeDefs.node("MaxPool", "training/pool", "training/relu")
                .putAttr("T", type)
                .putAttr("ksize", AttrValue.newBuilder().setList(window).build())
                .putAttr("strides", AttrValue.newBuilder().setList(strides).build())
                .putAttr("padding", NodeDefs.text(padding)))
        .build();
  }

  /** Of values that are often equal, zero or negative together. */
  private static float[][] outputAndGradient(GraphDef nodes) {
    Random random = new Random(4);
    float[] values = new float[Math.toIntExact(SHAPE.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextInt(9) - 6) / 2f;
    }
    try (Graph graph = new Graph();
        TFloat32 x = TFloat32.tensorOf(SHAPE, DataBuffers.of(values))) {
      graph.importGraphDef(nodes);
      Output<?> output = graph.outputOrThrow("training/pool:0");
      Output<?> input = graph.outputOrThrow("x:0");
      Operand<TFloat32> square = Ops.create(graph).math.square(output.expect(TFloat32.class));
      Output<?> gradient = graph.addGradients(square.asOutput(), new Output<?>[] {input})[0];
      try (Session session = new Session(graph);
          Result result = session.runner().feed("x", x).fetch(output).fetch(gradient).run()) {
        return new float[][] {FloatTensors.of(result.get(0)), FloatTensors.of(result.get(1))};
      }
    }
  }
}
