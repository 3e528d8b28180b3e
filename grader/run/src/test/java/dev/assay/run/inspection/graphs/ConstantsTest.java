package dev.assay.run.inspection.graphs;

import static dev.assay.run.inspection.graphs.Inspections.accepts;
import static dev.assay.run.inspection.graphs.Inspections.refuses;
import static dev.assay.run.inspection.graphs.Inspections.refusesNode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** How much a graph may hold in constants. */
class ConstantsTest {
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

  @Test
  void aConstantHasTheTypeThatItIsDeclaredWith() {
    NodeDef floats = Graphs.constant("c", DataType.DT_FLOAT, 4, 1);
    for (DataType type : List.of(DataType.DT_VARIANT, DataType.DT_STRING, DataType.DT_INT32)) {
      NodeDef other = Graphs.constant("c", type, 4, 1);
      refusesNode(
          other.toBuilder().putAttr("dtype", floats.getAttrOrThrow("dtype")).build(),
          "CONSTANT_TYPE",
          "a type other than " + type);
    }
  }
}
