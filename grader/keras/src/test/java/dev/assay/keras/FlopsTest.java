package dev.assay.keras;

import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.AveragePooling2D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.DepthwiseConv2D;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Permute;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.SeparableConv2D;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.tracing.ModelGraph;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/** Counts that were made by hand; a product of matrices is 2 * m * k * n. */
class FlopsTest {
  private static final int[] VECTOR = {4};
  private static final int[] IMAGE = {5, 5, 2};

  private static long flops(int[] shape, Layer... layers) {
    List<Integer> sizes = Arrays.stream(shape).boxed().toList();
    return Flops.ofPrediction(
        ModelGraph.trace(model(layers), new TensorSpec(ElementType.FLOAT32, sizes), 1));
  }

  private static Model model(Layer... layers) {
    return Sequential.of(layers).compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR);
  }

  @Test
  void aDenseLayerIsAProductAndABiasAndAnActivation() {
    assertThat(flops(VECTOR, Dense.of(3))).isEqualTo(2 * 4 * 3 + 3);
    assertThat(flops(VECTOR, Dense.of(3).useBias(false))).isEqualTo(2 * 4 * 3);
    assertThat(flops(VECTOR, Dense.of(3).activation(RELU))).isEqualTo(27 + 3);
    assertThat(flops(VECTOR, Dense.of(3).activation(SOFTMAX))).isEqualTo(27 + 5 * 3);
    assertThat(flops(new int[] {6, 4}, Dense.of(3))).isEqualTo(6 * 27);
  }

  @Test
  void aConvolutionIsItsWindowForEachOutput() {
    long window = 2 * 3 * 3 * 2;
    assertThat(flops(IMAGE, Conv2D.of(4, 3))).isEqualTo(3 * 3 * 4 * (window + 1));
    assertThat(flops(IMAGE, Conv2D.of(4, 3).padding(Padding.SAME)))
        .isEqualTo(5 * 5 * 4 * (window + 1));
    assertThat(flops(IMAGE, Conv2D.of(4, 3).padding(Padding.SAME).strides(2, 2)))
        .isEqualTo(3 * 3 * 4 * (window + 1));
    assertThat(flops(IMAGE, Conv2D.of(4, 2, 3).strides(3, 1)))
        .isEqualTo(2 * 3 * 4 * (2 * 2 * 3 * 2 + 1));
  }

  @Test
  void aDepthwiseConvolutionSeesOneChannel() {
    int depthwise = 3 * 3 * 2 * (2 * 3 * 3);
    assertThat(flops(IMAGE, DepthwiseConv2D.of(3))).isEqualTo(depthwise + 3 * 3 * 2);
    assertThat(flops(IMAGE, SeparableConv2D.of(4, 3)))
        .isEqualTo(depthwise + 3 * 3 * 4 * (2 * 2 + 1));
  }

  @Test
  void poolingLooksAtEachValueOfItsWindows() {
    assertThat(flops(IMAGE, MaxPooling2D.layer())).isEqualTo(2 * 2 * 2 * 4);
    assertThat(flops(IMAGE, AveragePooling2D.of(3))).isEqualTo(2 * 9);
    assertThat(flops(IMAGE, AveragePooling2D.of(3).padding(Padding.SAME))).isEqualTo(2 * 2 * 2 * 9);
  }

  @Test
  void theCourseNetworkTakes5676604() {
    int first = 26 * 26 * 32 * (2 * 9 + 2) + 13 * 13 * 32 * 4;
    int second = 11 * 11 * 64 * (2 * 9 * 32 + 2) + 5 * 5 * 64 * 4;
    int third = 3 * 3 * 64 * (2 * 9 * 64 + 2);
    int dense = 64 * (2 * 576 + 2) + 10 * (2 * 64 + 1 + 5);
    ModelGraph graph =
        ModelGraph.trace(
            CourseModelsTest.cnn().compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR),
            new TensorSpec(ElementType.UINT8, List.of(28, 28)),
            1);
    assertThat(Flops.ofPrediction(graph)).isEqualTo(first + second + third + dense);
    assertThat(first + second + third + dense).isEqualTo(5_676_604);
  }

  @Test
  void whatOnlyMovesDataOrIsForTrainingIsFreeBesideWhatIsComputed() {
    long dense = 50 * (2 * 1 + 1);
    assertThat(
            flops(
                new int[] {1},
                Dense.of(50),
                Reshape.to(25, 2),
                Permute.of(2, 1),
                Flatten.layer(),
                Dropout.of(0.5)))
        .isEqualTo(dense);
  }

  @Test
  void aModelThatMovesMoreThanItComputesCountsByTheValuesItWrites() {
    assertThat(flops(VECTOR, Layer.lambda((tf, x) -> first(tf, wide(tf, x)))))
        .as("a large tensor of which one row is used")
        .isEqualTo(4000 + 4);
    assertThat(flops(VECTOR, Layer.lambda((tf, x) -> first(tf, turned(tf, wide(tf, x))))))
        .as("transposed as well")
        .isEqualTo(2 * 4000 + 4);
    assertThat(flops(VECTOR, Layer.lambda((tf, x) -> tf.concat(halves(tf, x), tf.constant(1)))))
        .as("all parts of what is split, and all that is joined")
        .isEqualTo(4 + 4);
    assertThat(flops(VECTOR, Layer.lambda((tf, x) -> tf.reshape(x, tf.constant(new int[] {1, 4})))))
        .isZero();
  }

  private static Operand<TFloat32> wide(Ops tf, Operand<TFloat32> x) {
    return tf.tile(x, tf.constant(new int[] {1000, 1}));
  }

  private static Operand<TFloat32> turned(Ops tf, Operand<TFloat32> x) {
    return tf.linalg.transpose(x, tf.constant(new int[] {0, 1}));
  }

  private static Iterable<Operand<TFloat32>> halves(Ops tf, Operand<TFloat32> x) {
    return List.copyOf(tf.split(tf.constant(1), x, 2L).output());
  }

  private static Operand<TFloat32> first(Ops tf, Operand<TFloat32> x) {
    return tf.slice(x, tf.constant(new int[] {0, 0}), tf.constant(new int[] {1, 4}));
  }

  /** Each has a product of 4 x 2 and a bias; of six outputs each is multiplied and summed. */
  @Test
  void anEnsembleIsItsMembersAndTheirAverage() {
    ModelGraph graph =
        Ensemble.bagging(3)
            .trace(
                model(Dense.of(2)),
                new TensorSpec(ElementType.FLOAT32, List.of(4)),
                new TensorSpec(ElementType.FLOAT32, List.of()),
                1);
    assertThat(Flops.ofPrediction(graph)).isEqualTo(3 * (2 * 4 * 2 + 2) + 6 + 6);
  }

  private static Operand<TFloat32> ones(Ops tf, int... shape) {
    return tf.fill(tf.constant(shape), tf.constant(1f));
  }

  /** Adds a number that was made of something else. */
  private static Operand<TFloat32> plus(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.math.add(x, tf.sum(tf.reshape(y, tf.constant(new int[] {-1})), tf.constant(0)));
  }

  @Test
  void rawOperationsAreCountedByTheirShapes() {
    assertThat(
            flops(
                VECTOR,
                Layer.lambda(
                    (tf, x) -> tf.linalg.matMul(x, ones(tf, 3, 4), MatMul.transposeB(true)))))
        .as("transposed")
        .isEqualTo(2 * 4 * 3);
    assertThat(
            flops(
                new int[] {6, 4},
                Layer.lambda(
                    (tf, x) -> tf.train.batchMatMul(x, x, TFloat32.class, BatchMatMul.adjX(true)))))
        .as("adjoint")
        .isEqualTo(2 * 6 * 4 * 4);
    assertThat(
            flops(
                new int[] {6, 4},
                Layer.lambda(
                    (tf, x) -> tf.linalg.einsum(List.of(x, ones(tf, 7, 4)), "...ij,kj->...ik"))))
        .as("Einsum")
        .isEqualTo(2 * 6 * 4 * 7);
    assertThat(
            flops(
                IMAGE,
                Layer.lambda(
                    (tf, x) ->
                        tf.nn.maxPool(
                            x,
                            tf.constant(new int[] {1, 2, 3, 1}),
                            tf.constant(new int[] {1, 1, 1, 1}),
                            "VALID"))))
        .as("MaxPoolV2")
        .isEqualTo(4 * 3 * 2 * 6);
    assertThat(flops(IMAGE, Layer.lambda(FlopsTest::transposedConvolution)))
        .as("Conv2DBackpropInput")
        .isEqualTo(5 * 5 * 2 * 2 * 3 * 3 * 4);
    assertThat(flops(VECTOR, Layer.lambda((tf, x) -> tf.math.addN(List.of(x, x, x)))))
        .as("AddN")
        .isEqualTo(2 * 4);
    assertThat(flops(VECTOR, Layer.lambda((tf, x) -> plus(tf, x, x)))).as("Sum").isEqualTo(4 + 4);
  }

  /** Of 5 x 5 x 2 values each goes into 3 x 3 x 4 others. */
  private static Operand<TFloat32> transposedConvolution(Ops tf, Operand<TFloat32> x) {
    return tf.nn.conv2dBackpropInput(
        tf.concat(
            List.of(tf.shape.take(tf.shape(x), tf.constant(1)), tf.constant(new int[] {11, 11, 4})),
            tf.constant(0)),
        ones(tf, 3, 3, 4, 2),
        x,
        List.of(1L, 2L, 2L, 1L),
        "VALID");
  }

  @Test
  void aNumberBeyondAllNumbersIsTheLargest() {
    assertThat(
            flops(
                VECTOR,
                Layer.lambda(
                    (tf, x) -> {
                      Operand<TFloat32> one =
                          tf.sum(x, tf.constant(new int[] {0, 1}), Sum.keepDims(true));
                      Operand<TFloat32> wide =
                          tf.broadcastTo(one, tf.constant(new int[] {1 << 30, 1 << 30}));
                      return plus(tf, x, tf.linalg.matMul(wide, wide));
                    })))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aShapeThatTheFeaturesDecideIsRefused() {
    Layer positive =
        Layer.lambda(
            (tf, x) -> plus(tf, x, tf.gatherNd(x, tf.where(tf.math.greater(x, ones(tf, 1))))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flops(VECTOR, positive))
        .withMessageContainingAll(
            "The model's operations cannot be counted", "a mask of zeros and ones");
  }
}
