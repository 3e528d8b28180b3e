package dev.assay.run.inspection.graphs;

import static dev.assay.run.inspection.graphs.Graphs.constant;
import static dev.assay.run.inspection.graphs.Graphs.node;
import static dev.assay.run.inspection.graphs.Graphs.trace;
import static dev.assay.run.inspection.graphs.Graphs.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Identity;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.RandomUniform;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.BuiltModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Wherever a table of 300 numbers is put, it is seen; what every model has counts for little. */
class BuiltInNumbersTest {
  private static final int COUNT = 300;

  /** A byte for each number: they are drawn of 256 values. */
  private static final int SEEN = 250;

  private static final int LITTLE = 60;
  private static final int[] TABLE = new Random(5).ints(COUNT, 0, 256).toArray();

  private static long bytes(GraphDef.Builder graph, BuiltModel model) {
    return GraphInspection.builtIn(graph.build(), model);
  }

  private static GraphDef.Builder graph(IntFunction<NodeDef> nodes) {
    GraphDef.Builder graph = Graphs.graph();
    IntStream.range(0, COUNT).mapToObj(nodes).forEach(graph::addNode);
    return graph;
  }

  private static NodeDef floats(String name, boolean scalar, float... values) {
    TensorProto.Builder tensor =
        constant(name, DataType.DT_FLOAT, 0).getAttrOrThrow("value").getTensor().toBuilder()
            .clearTensorContent();
    for (float value : values) {
      tensor.addFloatVal(value);
    }
    if (!scalar) {
      tensor.getTensorShapeBuilder().addDimBuilder().setSize(values.length);
    }
    return with(node(name, "Const"), "value", AttrValue.newBuilder().setTensor(tensor));
  }

  private static float[] asFloats() {
    float[] values = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      values[i] = TABLE[i] / 16f;
    }
    return values;
  }

  private static AttrValue.Builder list(boolean whole) {
    AttrValue.ListValue.Builder list = AttrValue.ListValue.newBuilder();
    for (int number : TABLE) {
      if (whole) {
        list.addI(number);
      } else {
        list.addF(number / 16f);
      }
    }
    return AttrValue.newBuilder().setList(list);
  }

  /** 16 constants, and an operation that takes 300 of them, each many times. */
  private static GraphDef.Builder picked() {
    GraphDef.Builder graph = Graphs.graph();
    IntStream.range(0, 256).forEach(i -> graph.addNode(node("n" + i, "Relu", "serving/input")));
    NodeDef.Builder pack = NodeDef.newBuilder().setName("pack").setOp("Pack");
    for (int number : TABLE) {
      pack.addInput("n" + number);
    }
    return graph.addNode(pack);
  }

  static List<Arguments> places() {
    return List.of(
        Arguments.of("an array", Graphs.graph().addNode(floats("c", false, asFloats()))),
        Arguments.of("scalars", graph(i -> floats("c" + i, true, TABLE[i] / 16f))),
        Arguments.of(
            "float attributes",
            graph(
                i ->
                    with(
                        node("l" + i, "LeakyRelu", "serving/input"),
                        "alpha",
                        AttrValue.newBuilder().setF(TABLE[i] / 16f)))),
        Arguments.of(
            "whole numbers in attributes",
            graph(
                i ->
                    with(
                        node("l" + i, "Squeeze", "serving/input"),
                        "k",
                        AttrValue.newBuilder().setI(TABLE[i])))),
        Arguments.of(
            "shapes in attributes",
            graph(
                i ->
                    with(
                        node("l" + i, "EnsureShape", "serving/input"),
                        "shape",
                        Graphs.shape(-1, TABLE[i])))),
        Arguments.of(
            "a list of floats",
            Graphs.graph()
                .addNode(with(node("b", "Bucketize", "serving/input"), "b", list(false)))),
        Arguments.of(
            "a list of whole numbers",
            Graphs.graph().addNode(with(node("b", "Squeeze", "serving/input"), "b", list(true)))),
        Arguments.of(
            "a text",
            Graphs.graph()
                .addNode(
                    with(
                        node("e", "Einsum", "serving/input"),
                        "equation",
                        AttrValue.newBuilder().setS(text())))),
        Arguments.of("the order of an operation's inputs", picked()));
  }

  private static ByteString text() {
    byte[] bytes = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      bytes[i] = (byte) TABLE[i];
    }
    return ByteString.copyFrom(bytes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void aTableInTheGraphIsSeen(String place, GraphDef.Builder graph) {
    assertThat(bytes(graph, Graphs.model())).isGreaterThan(SEEN);
  }

  private static BuiltModel weights(IntFunction<WeightSpec> weights) {
    List<WeightSpec> all = new ArrayList<>(List.of(Graphs.KERNEL, Graphs.MEAN));
    IntStream.range(0, COUNT).mapToObj(weights).forEach(all::add);
    return Graphs.model(trace("serving"), trace("training"), all.toArray(WeightSpec[]::new));
  }

  private static WeightSpec scalar(int number, Initializer initializer) {
    return new WeightSpec("w" + number, List.of(), number % 2 == 0, initializer);
  }

  static List<Arguments> initialValues() {
    return List.of(
        Arguments.of(
            "constant initializers", weights(i -> scalar(i, new Constant(TABLE[i] / 16f)))),
        Arguments.of(
            "narrow random initializers",
            weights(i -> scalar(i, new RandomUniform(TABLE[i] / 16f, TABLE[i] / 16f + 0.01f)))),
        Arguments.of(
            "gains of identities",
            weights(
                i -> new WeightSpec("w" + i, List.of(1, 1), false, new Identity(TABLE[i] / 16f)))),
        Arguments.of(
            "shapes of weights",
            weights(
                i -> new WeightSpec("w" + i, List.of(1 + TABLE[i]), false, Initializer.ZEROS))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("initialValues")
  void aTableInTheWeightsIsSeen(String place, BuiltModel model) {
    assertThat(bytes(Graphs.graph(), model)).isGreaterThan(SEEN);
  }

  @Test
  void aTableInAScheduleIsSeen() {
    PiecewiseConstantDecay schedule = PiecewiseConstantDecay.startingAt(1);
    for (int i = 0; i < COUNT; i++) {
      schedule = schedule.after(i + 1, 1 + TABLE[i] / 16.0);
    }
    Manifest usual = Graphs.model().manifest();
    Manifest manifest =
        new Manifest(
            usual.input(),
            usual.output(),
            usual.serving(),
            usual.training(),
            usual.weights(),
            List.of(),
            new Compilation(
                SGD.withLearningRate(schedule), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, List.of()));
    BuiltModel model = new BuiltModel(manifest, Parts.NONE, 0, FitPlan.epochs(1));

    assertThat(bytes(Graphs.graph(), model)).isGreaterThan(SEEN);
  }

  @Test
  void whatEveryModelHasCountsForLittle() {
    assertThat(bytes(Graphs.graph(), Graphs.model())).isBetween(1L, (long) LITTLE);
  }

  @Test
  void zerosOnesAndWhatRepeatsItselfCountForLittle() {
    long usual = bytes(Graphs.graph(), Graphs.model());
    GraphDef.Builder zeros =
        Graphs.graph().addNode(constant("c", DataType.DT_FLOAT, 65_536, 128, 128));
    GraphDef.Builder ones = graph(i -> floats("c" + i, true, 1));
    BuiltModel many = weights(i -> new WeightSpec("w" + i, List.of(4, 3), true, Initializer.ONES));

    assertThat(bytes(zeros, Graphs.model())).isLessThan(usual + 120);
    assertThat(bytes(ones, Graphs.model())).isLessThan(usual + LITTLE);
    assertThat(bytes(Graphs.graph(), many)).isLessThan(usual + LITTLE);
  }

  @Test
  void namesAndRandomSeedsAreNotBuiltIn() {
    long usual = bytes(Graphs.graph(), Graphs.model());
    Random random = new Random(3);
    GraphDef.Builder draws =
        graph(
            i ->
                with(
                    node("n" + random.nextLong(), "RandomUniform", "serving/input"),
                    "seed",
                    AttrValue.newBuilder().setI(random.nextLong())));

    assertThat(bytes(draws, Graphs.model())).isEqualTo(usual);
  }
}
