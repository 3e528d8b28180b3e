package dev.assay.run.inspection.graphs;

import static dev.assay.run.inspection.graphs.Inspections.RELU;
import static dev.assay.run.inspection.graphs.Inspections.accepts;
import static dev.assay.run.inspection.graphs.Inspections.refusesNode;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Attributes of operations: what they may name, their types and shapes. */
class AttributesTest {
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
        Arguments.of("text", Graphs.text("a".repeat(513)), "513 characters; 512 are allowed"),
        Arguments.of(
            "i", AttrValue.newBuilder().setList(numbers), "1,025 values; 1,024 are allowed"));
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
}
