package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.UnitNorm;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.Add;
import dev.assay.keras.layers.AveragePooling1D;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Concatenate;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dot;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GlobalMaxPooling2D;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.LayerNormalization;
import dev.assay.keras.layers.PReLU;
import dev.assay.keras.layers.Permute;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.Softmax;
import dev.assay.keras.layers.Subtract;
import dev.assay.keras.layers.UpSampling2D;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.types.TFloat32;

/** What a student reads who gave a layer a wrong input. */
class LayerErrorsTest {
  private static final TensorData ROWS = Fixtures.floats(List.of(1, 4), 1, 2, 3, 4);

  private static final TensorData SEQUENCES = Fixtures.floats(List.of(1, 2, 2), 1, 2, 3, 4);

  private static final TensorData IMAGES = Fixtures.floats(List.of(1, 2, 2, 1), 1, 2, 3, 4);

  /** A layer that refuses its input says so with its name and place. */
  private static Arguments input(TensorData input, Layer layer, String message) {
    return Arguments.of(
        made(input, layer),
        "Layer %s (%s), the 1st of the model: %s"
            .formatted(snakeCase(layer.type()), layer.type(), message));
  }

  private static Supplier<Object> made(TensorData input, Layer layer) {
    return () -> Fixtures.graph(input, layer);
  }

  private static String snakeCase(String type) {
    return Fixtures.graph(SEQUENCES, new Named(type)).manifest().layers().get(0).name();
  }

  /** A layer of that type. */
  private record Named(String type) implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      return input;
    }
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        input(
            ROWS,
            Conv1D.of(1, 2),
            "Conv1D needs an input of rank 3, (batch, steps, channels). Received: shape (None, 4). For sequences without a channel axis put Reshape.to(steps, 1) before it."),
        input(
            SEQUENCES,
            GlobalMaxPooling2D.layer(),
            "GlobalMaxPooling2D needs an input of rank 4, (batch, height, width, channels). Received: shape (None, 2, 2). For images without a channel axis put Reshape.to(height, width, 1) before it."),
        input(
            ROWS,
            RandomFlip.layer(),
            "RandomFlip needs an input of rank 4, (batch, height, width, channels). Received: shape (None, 4). Change the layer before it, or add Flatten or Reshape."),
        input(
            IMAGES,
            Conv2D.of(1, 2).dilation(2, 2),
            "Conv2D: a window of 3x3 does not fit into an input of shape (None, 2, 2, 1). Use Padding.SAME, a smaller window or fewer poolings."),
        input(
            SEQUENCES,
            AveragePooling1D.of(3),
            "AveragePooling1D: a window of 3 steps does not fit into an input of shape (None, 2, 2). Use Padding.SAME, a smaller window or fewer poolings."),
        input(
            IMAGES,
            Permute.of(2, 1),
            "Permute: dims [2, 1] need an input of rank 3, with the batch. Received: shape (None, 2, 2, 1)"),
        input(
            ROWS,
            PReLU.layer().sharedAxes(2),
            "PReLU: the input of shape (None, 4) has no axis 2 to share. Use 1 to 1."),
        input(
            SEQUENCES,
            Reshape.to(3, -1),
            "Reshape: cannot turn an input of shape (None, 2, 2) (4 values) into [3, -1] (3 values or a multiple)."),
        input(
            SEQUENCES,
            BatchNormalization.layer().axis(3),
            "BatchNormalization: the input of shape (None, 2, 2) has no axis 3 beside the batch's."),
        input(
            SEQUENCES,
            LayerNormalization.layer().axis(-1, 2),
            "LayerNormalization: axis names an axis of the input of shape (None, 2, 2) twice. Received: [-1, 2]"),
        input(
            SEQUENCES,
            Softmax.over(3),
            "softmax: the input of shape (None, 2, 2) has no axis 3 beside the batch's."),
        input(
            IMAGES,
            ActivationLayer.of(Activation.GLU),
            "GLU halves an axis, whose size must be even. Received: shape (None, 2, 2, 1)"),
        input(
            ROWS,
            Dense.of(2).kernelConstraint(UnitNorm.defaults().axis(0, -2)),
            "UnitNorm: axis names an axis of weight dense/kernel twice. Received: [0, -2]. Received input shape (None, 4)"),
        input(
            ROWS,
            Dense.of(2).kernelConstraint(MaxNorm.defaults().axis(0, 2)),
            "MaxNorm: axis 2 is not among the 2 axes of weight dense/kernel. Use 0 to 1. Received input shape (None, 4)"),
        input(
            ROWS,
            UpSampling2D.layer(),
            "UpSampling2D needs an input of rank 4, (batch, height, width, channels). Received: shape (None, 4). Change the layer before it, or add Flatten or Reshape."),
        Arguments.of(
            made(ROWS, twice(Dense.of(3))),
            "Layer dense (Dense) in layer (Layer), the 1st of the model: Weight dense/kernel has shape [4, 3], but the layer is called again with an input that needs [3, 3]. A layer shares its weights wherever it is used: create another layer for inputs of another size. Received input shape (None, 3)"),
        Arguments.of(
            made(ROWS, (context, x) -> context.call(Dense.of(3), x)),
            "Weight dense/kernel is added only for serving. Add a layer's weights regardless of training(), and create a layer that another one calls only once, not in each call."),
        merged(
            (context, x) -> context.call(Subtract.layer(), List.of(x, x, x)),
            "Layer subtract (Subtract) in layer (Layer), the 1st of the model: Subtract needs two inputs. Received: 3. Received input shapes (None, 2, 2, 1), (None, 2, 2, 1), (None, 2, 2, 1)"),
        merged(
            (context, x) -> context.call(Add.layer(), List.of(x, flat(context, x))),
            "Layer add (Add) in layer (Layer), the 1st of the model: Add needs inputs of the same shape, or of size 1 where they differ. Received: (None, 2, 2, 1) and (None, 4, 1, 1)"),
        merged(
            (context, x) -> context.call(Concatenate.layer(), List.of(x, flat(context, x))),
            "Layer concatenate (Concatenate) in layer (Layer), the 1st of the model: Concatenate needs inputs whose shapes differ in axis 3 only. Received: (None, 2, 2, 1) and (None, 4, 1, 1)"),
        merged(
            (context, x) -> context.call(Dot.along(1), List.of(x, flat(context, x))),
            "Layer dot (Dot) in layer (Layer), the 1st of the model: Dot needs axes of the same size. Received: axis 1 of (None, 2, 2, 1) and axis 1 of (None, 4, 1, 1)"));
  }

  private static Arguments merged(Layer layer, String message) {
    return Arguments.of(made(IMAGES, layer), message);
  }

  private static Layer twice(Layer layer) {
    return (context, x) -> context.call(layer, context.call(layer, x));
  }

  /** Images of one column. */
  private static Operand<TFloat32> flat(LayerContext context, Operand<TFloat32> images) {
    return context.tf().reshape(images, context.tf().constant(new int[] {-1, 4, 1, 1}));
  }

  /** What a candidate's own code throws in a layer keeps its type and message. */
  @Test
  void anExceptionOfAnotherKindIsToldItsPlaceBesideIt() {
    Layer broken =
        Layer.lambda(
            (tf, x) -> {
              throw new UnsupportedOperationException("later");
            });

    assertThatThrownBy(() -> Fixtures.graph(ROWS, Dense.of(1), broken))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("later")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .singleElement(InstanceOfAssertFactories.THROWABLE)
                    .hasMessage(
                        "Layer lambda (Lambda), the 2nd of the model. Received input shape (None, 1)"));
  }

  /** Raw TensorFlow Java refuses shapes that do not fit with an exception of its own. */
  @Test
  void whatTensorflowRefusesIsToldItsPlace() {
    Layer broken = Layer.lambda((tf, x) -> tf.linalg.matMul(x, tf.constant(new float[3][2])));

    assertThatThrownBy(() -> Fixtures.graph(SEQUENCES, Flatten.layer(), broken))
        .isInstanceOf(TFInvalidArgumentException.class)
        .hasMessageStartingWith("Layer lambda (Lambda), the 2nd of the model: ")
        .hasMessageEndingWith("Received input shape (None, 4)");
  }

  @Test
  void placesAreCountedAsPeopleCount() {
    Layer[] layers = new Layer[22];
    for (int place : new int[] {1, 2, 3, 4, 11, 12, 13, 21, 22}) {
      Arrays.setAll(layers, i -> i == place - 1 ? Conv1D.of(1, 1) : Fixtures.identity());
      String ending =
          switch (place) {
            case 1, 21 -> "st";
            case 2, 22 -> "nd";
            case 3 -> "rd";
            default -> "th";
          };
      assertThatThrownBy(() -> Fixtures.graph(ROWS, layers))
          .hasMessageContaining(", the " + place + ending + " of the model: ");
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void theMessageNamesWhatCame(Supplier<Object> made, String message) {
    assertThatThrownBy(made::get).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
