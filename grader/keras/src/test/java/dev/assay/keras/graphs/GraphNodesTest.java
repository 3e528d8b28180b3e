package dev.assay.keras.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * A graph made by hand:
 *
 * <pre>{@code
 * x    w    unused
 * | \  |
 * |  split (two outputs)
 * |    |  \
 * |   mul (takes split:1 twice)
 *  \  |   waits for init, reads nowhere (which the graph does not have)
 *   sum
 * }</pre>
 */
class GraphNodesTest {
  private static final GraphNodes NODES =
      GraphNodes.of(
          GraphDef.newBuilder()
              .addNode(node("sum", "AddV2", "x", "mul", "^init", "nowhere:0"))
              .addNode(node("mul", "Mul", "split:1", "split:1"))
              .addNode(node("split", "Split", "x:0", "w"))
              .addNode(node("x", "Placeholder"))
              .addNode(node("w", "VarHandleOp"))
              .addNode(node("init", "NoOp"))
              .addNode(node("unused", "Const"))
              .build());

  private static NodeDef node(String name, String type, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(type).addAllInput(List.of(inputs)).build();
  }

  @Test
  void nodesAreFoundByName() {
    assertThat(NODES.require("mul").getOp()).isEqualTo("Mul");
    assertThat(NODES.has("mul")).isTrue();
    assertThat(NODES.get("nowhere")).isNull();
    assertThat(NODES.has("nowhere")).isFalse();
    assertThat(NODES.all()).hasSize(7);
  }

  @Test
  void aRequiredNodeThatIsMissingIsNamedInTheError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NODES.require("nowhere"))
        .withMessage("The graph has no operation nowhere");
  }

  @Test
  void whatANodeDependsOnIsListedNearestFirst() {
    assertThat(NODES.behind(List.of("sum")))
        .containsExactly("sum", "x", "mul", "init", "nowhere", "split", "w");
  }

  @Test
  void severalEndsShareWhatIsBehindThem() {
    assertThat(NODES.behind(List.of("split", "init", "split")))
        .containsExactly("split", "init", "x", "w");
  }

  @Test
  void onlyTheInputsThatCountAreFollowed() {
    assertThat(
            NODES.behind(
                List.of("sum"),
                node ->
                    node.getOp().equals("Mul")
                        ? List.of()
                        : node.getInputList().stream()
                            .filter(input -> !NodeInputs.isControl(input))
                            .toList()))
        .containsExactly("sum", "x", "mul", "nowhere");
  }

  @Test
  void aCycleIsFollowedOnce() {
    GraphNodes cycle = GraphNodes.of(List.of(node("a", "Add", "b"), node("b", "Add", "a", "b")));
    assertThat(cycle.behind(List.of("a"))).containsExactly("a", "b");
  }

  @Test
  void usersAreListedOnceForEachInput() {
    assertThat(NODES.users())
        .containsOnly(
            entry("x", List.of("sum", "split")),
            entry("mul", List.of("sum")),
            entry("init", List.of("sum")),
            entry("nowhere", List.of("sum")),
            entry("split", List.of("mul", "mul")),
            entry("w", List.of("split")));
  }

  @Test
  void theFirstOfTwoNodesWithOneNameCounts() {
    GraphNodes twice = GraphNodes.of(List.of(node("a", "Add", "b"), node("a", "Mul", "c")));
    assertThat(twice.require("a").getOp()).isEqualTo("Add");
    assertThat(twice.users()).containsOnlyKeys("b");
  }
}
