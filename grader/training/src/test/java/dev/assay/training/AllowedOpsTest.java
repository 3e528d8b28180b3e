package dev.assay.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.LayerCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.proto.NodeDef;

/** A candidate's graph that holds an operation that is not on the grader's list is refused. */
class AllowedOpsTest {
  private static final Path LIST =
      Path.of(
          Objects.requireNonNull(System.getProperty("assay.home"), "assay.home"),
          "grader/run/src/main/resources/dev/assay/run/inspection/allowed-ops.txt");

  @ParameterizedTest
  @MethodSource({
    "dev.assay.keras.LayerNumbers#random",
    "dev.assay.training.LayersTest#shapesAndScales",
    "dev.assay.training.LayersTest#poolings",
    "dev.assay.keras.LayerNumbers#all",
    "dev.assay.keras.LayerNumbers#training"
  })
  void aLayerIsMadeOfAllowedOperations(LayerCase layer) throws IOException {
    Set<String> types = new TreeSet<>();
    for (NodeDef node : Fixtures.graph(layer.input(), layer.layer()).graphDef().getNodeList()) {
      types.add(node.getOp());
    }

    assertThat(types).contains("Placeholder").isSubsetOf(Files.readAllLines(LIST));
  }
}
