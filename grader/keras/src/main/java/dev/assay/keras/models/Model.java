package dev.assay.keras.models;

import dev.assay.keras.layers.LayerContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A compiled model: layers, loss, optimizer and metrics, as Keras's {@code Model}.
 *
 * <p>It is only a description, which a plan trains: the grader by what {@code fit} of an answer
 * returned, {@code KerasModel} in your own program.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model model =
 *     Sequential.of(Dense.of(8).activation(RELU), Dense.of(1))
 *         .compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR);
 * model.compilation().metrics().get(0).key(); // -> mae
 * parameters(model, 9); // -> 89
 * }</pre>
 */
public interface Model {
  /** Returns the arguments of {@code compile}. */
  Compilation compilation();

  /**
   * Adds the model to a graph.
   *
   * @param input the features as float32, the batch first
   * @return the outputs, the batch first
   */
  Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input);

  /**
   * Adds a model of several outputs to a graph.
   *
   * @param input as {@link #call} has it
   * @return one for each head of the compilation, in their order; the first is the model's output,
   *     the others only help to train it
   */
  default List<Operand<TFloat32>> callAll(LayerContext context, Operand<TFloat32> input) {
    return List.of(call(context, input));
  }

  /** Returns what training computes from the labels beside the losses; by default nothing. */
  default LabelFunctions labelFunctions() {
    return LabelFunctions.NONE;
  }

  /**
   * Returns the model with a name, as Keras's {@code Model(..., name="digits")}; {@code summary()}
   * shows it above the table.
   *
   * @param newName 1 to 60 characters of any script, without a slash
   */
  default Model name(String newName) {
    return NamedModel.of(this, newName);
  }

  /**
   * Returns the model with a weight for each training example, as Keras's {@code sample_weight}:
   * the loss of every output is {@code sum(weight * loss) / batch size}, not divided by the
   * weights' sum. Class weights multiply these; metrics and the validation loss stay as they are.
   *
   * @param weights from features and labels to {@code (batch)}, or {@code (batch, 1)}; not negative
   */
  default Model sampleWeights(LabelFunction weights) {
    Objects.requireNonNull(weights, "weights must not be null");
    return new SupervisedModel(this, labelFunctions().withSampleWeights(weights));
  }

  /**
   * Returns the model with an output that is compared not with the labels but with a function of
   * features and labels: the features for an autoencoder, or a few columns of the labels.
   *
   * @param output its number, from 0
   * @param target from features and labels to {@code (batch)}, class numbers or values, or {@code
   *     (batch, ...)} with as many values as the output has
   * @throws IllegalArgumentException where the model has no such output
   */
  default Model target(int output, LabelFunction target) {
    Objects.requireNonNull(target, "target must not be null");
    int outputs = compilation().heads().size();
    if (output < 0 || output >= outputs) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "target: the model's outputs are 0 to %d. Received: %d",
              outputs - 1,
              output));
    }
    return new SupervisedModel(this, labelFunctions().withTarget(output, target));
  }
}
