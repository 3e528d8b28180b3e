package dev.assay.training.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class StaticShapesTest {
  private static void check(Consumer<Ops> build) {
    try (Graph graph = new Graph()) {
      build.accept(Ops.create(graph));
      StaticShapes.check(graph);
    }
  }

  private static Operand<TFloat32> input(Ops tf, Shape shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  @Test
  void productsAreBoundedWithoutOverflow() {
    assertThat(StaticShapes.isTooLarge(Shape.of(-1, 1 << 14, 1 << 14))).isFalse();
    assertThat(StaticShapes.isTooLarge(Shape.of(1 << 14, (1 << 14) + 1))).isTrue();
    assertThat(StaticShapes.isTooLarge(Shape.of(1L << 32, 1L << 32))).isTrue();
    assertThat(StaticShapes.isTooLarge(Shape.of(1L << 32, 1L << 32, 0))).isFalse();
    assertThat(StaticShapes.isTooLarge(Shape.unknown())).isFalse();
    assertThat(StaticShapes.isTooLarge(Shape.scalar())).isFalse();
  }

  /** To run it ends the process: 2^80 does not fit 64 bits. */
  @Test
  void aTensorThatNoMachineHoldsIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                check(tf -> tf.fill(tf.constant(new long[] {1L << 40, 1L << 40}), tf.constant(1f))))
        .withMessageContaining("The operation Fill makes a tensor of shape")
        .withMessageContaining("268,435,456 values are allowed");
  }

  /** To run them on a tensor of another rank ends the process. */
  @Test
  void convolutionsAndPoolingNeedAKnownRank() {
    Consumer<Ops> pooling =
        tf -> {
          List<Long> window = List.of(1L, 2L, 2L, 2L, 1L);
          tf.nn.maxPool3d(input(tf, Shape.unknown()), window, window, "VALID");
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(pooling))
        .withMessageContaining("The operation MaxPool3d (MaxPool3D) takes a tensor whose rank")
        .withMessageContaining("Reshape the tensor");
    assertThatCode(() -> check(tf -> convolve(tf, Shape.of(-1, 8, 8, 1))))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(tf -> convolve(tf, Shape.unknown())));
  }

  private static void convolve(Ops tf, Shape shape) {
    tf.nn.conv2d(
        input(tf, shape), input(tf, Shape.of(3, 3, 1, 2)), List.of(1L, 1L, 1L, 1L), "SAME");
  }
}
