package dev.assay.worker.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.models.Adaptation;
import dev.assay.keras.models.Trace;
import dev.assay.keras.models.WeightSpec;
import dev.assay.worker.protocol.BuiltModel;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GradientDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

class GraphInspectionTest {
  private static final NodeDef RELU = Graphs.node("relu", "Relu", "serving/input");

  private static List<Violation> inspect(GraphDef.Builder graph) {
    return GraphInspection.inspect(graph.build(), Graphs.model());
  }

  private static void accepts(GraphDef.Builder graph) {
    assertThat(inspect(graph)).isEmpty();
  }

  private static void refuses(List<Violation> found, String code, String... words) {
    assertThat(found).extracting(Violation::code).containsExactly(code);
    assertThat(found.get(0).message())
        .satisfies(said -> List.of(words).forEach(word -> assertThat(said).contains(word)));
    assertThat(found.get(0).advice()).endsWith(".");
  }

  private static void refuses(GraphDef.Builder graph, String code, String... words) {
    refuses(inspect(graph), code, words);
  }

  private static void refusesNode(NodeDef node, String code, String... words) {
    refuses(Graphs.graph().addNode(node), code, words);
  }

  /** The graph with one operation exchanged. */
  private static GraphDef.Builder with(NodeDef other) {
    GraphDef.Builder graph = Graphs.graph();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      if (graph.getNode(i).getName().equals(other.getName())) {
        return graph.setNode(i, other);
      }
    }
    throw new IllegalArgumentException(other.getName());
  }

  private static GraphDef.Builder without(String name) {
    GraphDef.Builder graph = GraphDef.newBuilder();
    Graphs.graph().getNodeList().stream()
        .filter(node -> !node.getName().equals(name))
        .forEach(graph::addNode);
    return graph;
  }

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
    refuses(graph, "FUNCTIONS", "carries 1 functions");
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
    refusesNode(Graphs.node("a", "Relu", "a"), "CYCLE", "1 operations");
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
    refuses(graph.addNode(Graphs.node("x", "Add", "x", "r39999")), "CYCLE", "1 operations");
  }

  @Test
  void devicesAreOurs() {
    refusesNode(
        RELU.toBuilder().setDevice("/job:other/task:1").build(), "DEVICE", "/job:other/task:1");
  }

  static Stream<Arguments> attributes() {
    NameAttrList function = NameAttrList.newBuilder().setName("f").build();
    AttrValue.ListValue.Builder functions = AttrValue.ListValue.newBuilder().addFunc(function);
    AttrValue.ListValue.Builder tensors =
        AttrValue.ListValue.newBuilder().addTensor(TensorProto.getDefaultInstance());
    AttrValue.ListValue.Builder devices =
        AttrValue.ListValue.newBuilder().addS(Graphs.text("/cpu:1").getS());
    AttrValue.ListValue.Builder numbers = AttrValue.ListValue.newBuilder();
    for (int i = 0; i <= 1024; i++) {
      numbers.addI(i);
    }
    return Stream.of(
        Arguments.of("_class", Graphs.text("loc:@a"), "one of TensorFlow's own"),
        Arguments.of("f", AttrValue.newBuilder().setFunc(function), "is a function"),
        Arguments.of("f", AttrValue.newBuilder().setPlaceholder("f"), "is a function"),
        Arguments.of("f", AttrValue.newBuilder().setList(functions), "is a function"),
        Arguments.of("t", AttrValue.newBuilder().setList(tensors), "only constants have"),
        Arguments.of(
            "value",
            AttrValue.newBuilder().setTensor(TensorProto.getDefaultInstance()),
            "only constants have"),
        Arguments.of("container", Graphs.text("shared"), "names a place"),
        Arguments.of("allowed_devices", AttrValue.newBuilder().setList(devices), "names a place"),
        Arguments.of("text", Graphs.text("a".repeat(513)), "513 characters, and 512 are allowed"),
        Arguments.of(
            "i", AttrValue.newBuilder().setList(numbers), "1,025 values, and 1,024 are allowed"));
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void attributesThatRunOrSteerSomethingAreRefused(
      String name, AttrValue.Builder value, String words) {
    refusesNode(Graphs.with(RELU, name, value), "ATTRIBUTE_NOT_ALLOWED", name + " of", words);
  }

  @Test
  void attributesAsTensorFlowWritesThemAreAllowed() {
    NodeDef node = Graphs.with(RELU, "padding", Graphs.text("SAME"));
    node = Graphs.with(node, "container", Graphs.text(""));
    node =
        Graphs.with(
            node,
            "allowed_devices",
            AttrValue.newBuilder().setList(AttrValue.ListValue.getDefaultInstance()));
    node = Graphs.with(node, "equation", Graphs.text("a".repeat(512)));
    accepts(Graphs.graph().addNode(Graphs.with(node, "T", Graphs.type(DataType.DT_BFLOAT16))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DT_STRING",
        "DT_VARIANT",
        "DT_RESOURCE",
        "DT_INVALID",
        "DT_FLOAT_REF",
        "DT_COMPLEX64"
      })
  void typesThatAreNoNumbersAreRefused(DataType type) {
    refusesNode(Graphs.with(RELU, "T", Graphs.type(type)), "TYPE_NOT_ALLOWED", type.name());
    AttrValue.ListValue.Builder list = AttrValue.ListValue.newBuilder().addType(type);
    refusesNode(
        Graphs.with(RELU, "Tin", AttrValue.newBuilder().setList(list)), "TYPE_NOT_ALLOWED", "relu");
  }

  @Test
  void shapesHaveSizesThatCanBe() {
    refusesNode(Graphs.with(RELU, "shape", Graphs.shape(4, -2)), "SHAPE_NOT_ALLOWED", "(4, -2)");
    refusesNode(
        Graphs.with(RELU, "shape", Graphs.shape(Long.MIN_VALUE)), "SHAPE_NOT_ALLOWED", "relu");
    refusesNode(
        Graphs.with(RELU, "shape", Graphs.shape(Long.MAX_VALUE, Long.MAX_VALUE, 2)),
        "SHAPE_NOT_ALLOWED",
        "268,435,456 values");
    refusesNode(
        Graphs.with(RELU, "shape", Graphs.shape(-1, (1 << 28) + 1)), "SHAPE_NOT_ALLOWED", "relu");
    refusesNode(Graphs.with(RELU, "shape", Graphs.shape(new long[255])), "SHAPE_NOT_ALLOWED");
    accepts(Graphs.graph().addNode(Graphs.with(RELU, "shape", Graphs.shape(-1, 1 << 28, 0))));
  }

  @Test
  void aConstantMayHave64KibibytesAndNoMore() {
    accepts(Graphs.graph().addNode(Graphs.constant("c", DataType.DT_FLOAT, 65_536, 128, 128)));
    refusesNode(
        Graphs.constant("c", DataType.DT_FLOAT, 65_540, 16_385),
        "CONSTANT_TOO_LARGE",
        "constant c of shape (16385)",
        "65,536 bytes");
    accepts(Graphs.graph().addNode(Graphs.constant("c", DataType.DT_UINT8, 1, 65_536)));
    refusesNode(Graphs.constant("c", DataType.DT_BOOL, 1, 65_537), "CONSTANT_TOO_LARGE");
    refusesNode(Graphs.constant("c", DataType.DT_INT64, 1, 8_193), "CONSTANT_TOO_LARGE");
  }

  @Test
  void aConstantOfTwoGibibytesThatIsWrittenInAFewBytesIsRefused() {
    refusesNode(Graphs.constant("c", DataType.DT_FLOAT, 4, 1 << 29), "CONSTANT_TOO_LARGE");
    refusesNode(
        Graphs.constant("c", DataType.DT_FLOAT, 4, 1L << 40, 1L << 40), "CONSTANT_TOO_LARGE");
  }

  @Test
  void contentBeyondAConstantsShapeCountsToo() {
    refusesNode(Graphs.constant("c", DataType.DT_FLOAT, 70_000, 1), "CONSTANT_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -2, Long.MIN_VALUE})
  void theSizesOfConstantsAreKnown(long size) {
    refusesNode(Graphs.constant("c", DataType.DT_FLOAT, 4, size), "CONSTANT_SHAPE", "constant c");
  }

  @Test
  void numbersThatKernelsTakeForIntsAreInts() {
    AttrValue.Builder list =
        AttrValue.newBuilder().setList(AttrValue.ListValue.newBuilder().addI(1).addI(1L << 31));
    refusesNode(
        Graphs.with(RELU, "dilations", list),
        "ATTRIBUTE_NOT_ALLOWED",
        "dilations",
        "2,147,483,648");
    AttrValue.Builder many = AttrValue.newBuilder().setI(50_001);
    refusesNode(Graphs.with(RELU, "num_split", many), "ATTRIBUTE_NOT_ALLOWED", "50,001");
    accepts(Graphs.graph().addNode(Graphs.with(RELU, "axis", many)));
    AttrValue.Builder seed = AttrValue.newBuilder().setI(Long.MAX_VALUE);
    accepts(Graphs.graph().addNode(Graphs.with(RELU, "seed2", seed)));
  }

  @Test
  void aConstantHasTheTypeThatItIsDeclaredWith() {
    NodeDef floats = Graphs.constant("c", DataType.DT_FLOAT, 4, 1);
    for (DataType type : List.of(DataType.DT_VARIANT, DataType.DT_STRING, DataType.DT_INT32)) {
      NodeDef other = Graphs.constant("c", type, 4, 1);
      refusesNode(
          other.toBuilder().putAttr("dtype", floats.getAttrOrThrow("dtype")).build(),
          "CONSTANT_TYPE",
          "another type than " + type);
    }
  }

  @Test
  void allConstantsTogetherHaveABound() {
    GraphDef.Builder graph = Graphs.graph();
    for (int i = 0; i < 7; i++) {
      graph.addNode(Graphs.constant("c" + i, DataType.DT_UINT8, 65_536, 65_536));
    }
    accepts(graph);
    refuses(
        graph.addNode(Graphs.constant("c7", DataType.DT_UINT8, 65_536, 65_536)),
        "CONSTANTS_TOO_LARGE",
        "524,288 are allowed");
  }

  static Stream<NodeDef> otherKernels() {
    WeightSpec kernel = Graphs.KERNEL;
    WeightSpec wider = new WeightSpec(kernel.name(), List.of(4, 4), true, kernel.initializer());
    NodeDef variable = Graphs.variable(kernel);
    return Stream.of(
        Graphs.variable(wider),
        Graphs.with(variable, "dtype", Graphs.type(DataType.DT_DOUBLE)),
        Graphs.with(variable, "shared_name", Graphs.text(Graphs.MEAN.name())),
        Graphs.node(variable.getName(), "Identity", "serving/input"));
  }

  @ParameterizedTest
  @MethodSource("otherKernels")
  void aWeightMustBeAVariableOfItsShapeAndType(NodeDef other) {
    assertThat(inspect(with(other)))
        .extracting(Violation::message)
        .contains("The graph has no variable for the weight dense/kernel of its shape and type.");
  }

  @Test
  void aVariableThatTheManifestDoesNotTellOfIsRefused() {
    WeightSpec hidden = new WeightSpec("more", List.of(9), true, Graphs.KERNEL.initializer());
    refusesNode(Graphs.variable(hidden), "WEIGHTS", "weights/more, which is none of");
  }

  @Test
  void aWeightMustBeReadFromItsOwnVariable() {
    String name = "training/read/normalization/mean";
    refuses(
        with(Graphs.node(name, "ReadVariableOp", "weights/dense/kernel")),
        "WEIGHTS",
        "does not read the weight normalization/mean");
    refuses(with(Graphs.node(name, "Identity", "training/input")), "WEIGHTS", "does not read");
    assertThat(inspect(without(name)))
        .extracting(Violation::code)
        .containsExactly("UNKNOWN_INPUT", "WEIGHTS");
  }

  @Test
  void theInputMustBeAPlaceholderOfTheProblemsTypeAndShape() {
    String name = "serving/input";
    refuses(with(Graphs.placeholder(name, DataType.DT_UINT8, -1, 4)), "INPUT", "FLOAT32 (None, 4)");
    refuses(with(Graphs.placeholder(name, DataType.DT_FLOAT, -1, 5)), "INPUT", name);
    refuses(with(Graphs.placeholder(name, DataType.DT_FLOAT, 32, 4)), "INPUT", name);
    refuses(with(Graphs.constant(name, DataType.DT_FLOAT, 16, 1, 4)), "INPUT", name);
  }

  @Test
  void anOutputThatIsComputedFromTheLabelsIsRefused() {
    for (String scope : List.of("serving", "training")) {
      GraphDef.Builder graph =
          with(Graphs.node(scope + "/dot", "AddV2", scope + "/labels", scope + "/sum"))
              .addNode(Graphs.placeholder(scope + "/labels", DataType.DT_INT32, -1))
              .addNode(
                  Graphs.node(
                      scope + "/sum", "MatMul", scope + "/sub", scope + "/read/dense/kernel"));
      assertThat(inspect(graph))
          .anySatisfy(
              found -> {
                assertThat(found.code()).isEqualTo("LABELS_IN_OUTPUT");
                assertThat(found.message()).contains(scope + "/output is computed from the labels");
              });
    }
  }

  @Test
  void allOperationsTogetherTakeABoundedNumberOfInputs() {
    NodeDef sum =
        Graphs.node("sum", "AddN").toBuilder()
            .addAllInput(Collections.nCopies(GraphInspection.MAX_INPUTS, "serving/input"))
            .build();
    refusesNode(sum, "TOO_MANY_INPUTS", "inputs together; 250,000 are allowed");
  }

  @Test
  void nothingIsPutIntoOtherPlaceholders() {
    refusesNode(
        Graphs.placeholder("other", DataType.DT_FLOAT, -1, 4), "PLACEHOLDER", "placeholder other");
  }

  @Test
  void outputsThatAreMissingAreNamed() {
    assertThat(inspect(without("training/output")))
        .extracting(Violation::code)
        .containsExactly("MISSING_OPERATION", "INPUT_UNUSED", "WEIGHTS_UNUSED");
  }

  static Stream<Trace> tracesOfWhatIsNotThere() {
    return Stream.of(
        new Trace("training", List.of("nowhere"), List.of(), List.of()),
        new Trace(
            "training",
            List.of(),
            List.of(new Adaptation.Quantiles("nowhere", "normalization/mean")),
            List.of()),
        new Trace(
            "training",
            List.of(),
            List.of(),
            List.of(new Trace.Update("normalization/mean", "nowhere"))));
  }

  @ParameterizedTest
  @MethodSource("tracesOfWhatIsNotThere")
  void everythingThatTheManifestNamesMustBeThere(Trace training) {
    BuiltModel model = Graphs.model(Graphs.trace("serving"), training, Graphs.KERNEL, Graphs.MEAN);
    refuses(
        GraphInspection.inspect(Graphs.graph().build(), model),
        "MISSING_OPERATION",
        "the operation nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense/kernel", "nowhere"})
  void onlyWeightsThatAreNotTrainedAreSetInTraining(String weight) {
    Trace training =
        new Trace(
            "training", List.of(), List.of(), List.of(new Trace.Update(weight, "training/dot")));
    BuiltModel model = Graphs.model(Graphs.trace("serving"), training, Graphs.KERNEL, Graphs.MEAN);
    refuses(GraphInspection.inspect(Graphs.graph().build(), model), "WEIGHTS", "sets " + weight);
  }

  @Test
  void theOutputMustDependOnTheInputAndNotOnlyOnItsShape() {
    refuses(
        with(Graphs.node("serving/sub", "Identity", "serving/read/normalization/mean")),
        "INPUT_UNUSED",
        "serving/output does not depend on its input");
    refuses(
        with(Graphs.node("serving/sub", "ZerosLike", "serving/input")), "INPUT_UNUSED", "serving");
    refuses(with(Graphs.node("serving/sub", "NoOp", "^serving/input")), "INPUT_UNUSED", "serving");
  }

  @Test
  void theOutputMustDependOnAWeightThatIsTrained() {
    refuses(
        with(Graphs.node("training/dot", "Identity", "training/sub")),
        "WEIGHTS_UNUSED",
        "training/output does not depend on any weight that is trained");
  }

  @Test
  void ofEachKindTheFirstIsToldAndTheOthersCounted() {
    GraphDef.Builder graph = Graphs.graph();
    for (int i = 0; i < 1000; i++) {
      graph.addNode(RELU.toBuilder().setName("r" + i).setDevice("/gpu:0\n").build());
    }
    List<Violation> found = inspect(graph);
    refuses(found, "DEVICE", "/gpu:0?", "There are 999 more of this kind.");
  }
}
