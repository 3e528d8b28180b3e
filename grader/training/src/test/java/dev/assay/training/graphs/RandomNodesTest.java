package dev.assay.training.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.training.session.FloatTensors;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Random numbers that depend on seeds and step only. */
class RandomNodesTest {
  private static final int SIZE = 20_000;

  private static NodeDef random(String type, long seed, long seed2) {
    return NodeDefs.node(type, "random", "shape")
        .putAttr("seed", NodeDefs.number(seed))
        .putAttr("seed2", NodeDefs.number(seed2))
        .putAttr("dtype", NodeDefs.attribute(DataType.DT_FLOAT))
        .putAttr("T", NodeDefs.attribute(DataType.DT_INT32))
        .build();
  }

  private static float[] draw(NodeDef random, int place, long step) {
    GraphDef.Builder nodes =
        GraphDef.newBuilder()
            .addNode(NodeDefs.ints("shape", List.of(SIZE)))
            .addNode(NodeDefs.longScalar("zero", 0))
            .addNode(NodeDefs.longScalar("step", step))
            .addNode(RandomNodes.algorithm("philox"))
            .addNode(RandomNodes.key("key", random, place))
            .addAllNode(RandomNodes.counter("counter", "zero", "step"))
            .addNode(RandomNodes.stateless(random, "key", "counter", "philox"));
    try (Graph graph = new Graph()) {
      graph.importGraphDef(nodes.build());
      try (Session session = new Session(graph);
          Result result = session.runner().fetch("random").run()) {
        return FloatTensors.of(result.get(0));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"RandomUniform,0.5,0.2887", "RandomStandardNormal,0,1", "TruncatedNormal,0,0.8796"})
  void theDistributionStays(String type, double mean, double deviation) {
    float[] values = draw(random(type, 3, 4), 0, 7);
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double found = sum / SIZE;

    assertThat(RandomNodes.isRandom(random(type, 3, 4))).isTrue();
    assertThat(found).isCloseTo(mean, Offset.offset(0.03));
    assertThat(Math.sqrt(squares / SIZE - found * found)).isCloseTo(deviation, Offset.offset(0.03));
  }

  @Test
  void aStepDrawsTheSameNumbersAgain() {
    NodeDef random = random("RandomUniform", 3, 4);

    assertThat(draw(random, 0, 7)).isEqualTo(draw(random, 1, 7));
  }

  @Test
  void stepsAndSeedsDrawOtherNumbers() {
    float[] first = draw(random("RandomUniform", 3, 4), 0, 7);

    assertThat(shared(first, draw(random("RandomUniform", 3, 4), 0, 8))).isLessThan(100);
    assertThat(shared(first, draw(random("RandomUniform", 4, 3), 0, 7))).isLessThan(100);
    assertThat(shared(first, draw(random("RandomUniform", 3, 5), 0, 7))).isLessThan(100);
  }

  /** How many of the one's numbers the other has too; by chance about SIZE² / 2^23 = 48. */
  private static long shared(float[] one, float[] other) {
    float[] sorted = other.clone();
    Arrays.sort(sorted);
    long found = 0;
    for (float value : one) {
      found += Arrays.binarySearch(sorted, value) >= 0 ? 1 : 0;
    }
    return found;
  }

  @Test
  void nodesWithoutSeedsDrawDifferentNumbers() {
    NodeDef random = random("RandomUniform", 0, 0);

    assertThat(draw(random, 1, 7)).isEqualTo(draw(random, 1, 7)).isNotEqualTo(draw(random, 2, 7));
  }
}
