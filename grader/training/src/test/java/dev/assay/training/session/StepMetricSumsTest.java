package dev.assay.training.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.training.graphs.StepGraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/** What a call of several steps gives is divided among them again. */
class StepMetricSumsTest {
  /** The sum of a value of each example, then two sums of the step's own. */
  private static final StepGraph STEP =
      new StepGraph(
          List.of(
              NodeDef.newBuilder()
                  .setName("total")
                  .setOp("Sum")
                  .addInput("losses")
                  .addInput("axis")
                  .putAttr("keep_dims", AttrValue.newBuilder().setB(true).build())
                  .build()),
          new StepGraph.Ends(
              "features",
              "labels",
              null,
              "rate",
              List.of(),
              List.of(new StepGraph.Sum("total", 1), new StepGraph.Sum("own", 2)),
              "update"));

  @Test
  void valuesOfExamplesAreAddedStepByStep() {
    StepMetricSums sums = new StepMetricSums(STEP, List.of(2, 2, 1));
    try (TFloat32 tensor = TFloat32.vectorOf(1, 2, 3, 4, 5, 10, 11, 20, 21, 30, 31)) {
      assertThat(sums.read(tensor)).containsExactly(3, 10, 11, 7, 20, 21, 5, 30, 31);
    }
  }

  /** In float32 the 1 would be lost. */
  @Test
  void sumsAreExacterThanTheirValues() {
    StepMetricSums sums = new StepMetricSums(STEP, List.of(3));
    try (TFloat32 tensor = TFloat32.vectorOf(1e8f, 1, -1e8f, 0, 0)) {
      assertThat(sums.read(tensor)).containsExactly(1, 0, 0);
    }
  }

  @Test
  void aLossThatIsNotOneForEachExampleIsRefused() {
    StepMetricSums sums = new StepMetricSums(STEP, List.of(4, 4, 2));
    try (TFloat32 tensor = TFloat32.vectorOf(new float[11])) {
      assertThatThrownBy(() -> sums.read(tensor))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("batches of [2, 4]")
          .hasMessageContaining("11 numbers instead of 16");
    }
  }
}
