package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.RandomUniform;
import dev.assay.keras.regularizers.Regularizer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A trained vector for each of a number of tokens, as Keras's {@code Embedding}.
 *
 * <p>Input {@code (batch, ...)} of whole numbers in [0, inputDim), output {@code (batch, ...,
 * outputDim)}; another number stops the run with an error. Weight: {@code embeddings (inputDim,
 * outputDim)}. No gradient passes to the input.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Embedding.of(1000, 16), 20); // -> (None, 20, 16)
 * parameters(Embedding.of(1000, 16), 20); // -> 16000
 * call(Embedding.of(3, 2).embeddingsInitializer(Initializer.ONES), "[[2, 0]]");
 * // -> [[[1, 1], [1, 1]]]
 * }</pre>
 *
 * @param inputDim how many tokens there are, positive
 * @param outputDim the length of a vector, positive
 * @param embeddings initializer, regularizer and constraint of the vectors; default uniform in
 *     ±0.05 without either
 * @param activityRegularizer a penalty on the output, or null, the default
 */
public record Embedding(
    int inputDim,
    int outputDim,
    WeightOptions embeddings,
    @Nullable Regularizer activityRegularizer)
    implements Layer {
  public Embedding {
    LayerArguments.positive("Embedding", "inputDim", inputDim);
    LayerArguments.positive("Embedding", "outputDim", outputDim);
  }

  /** Creates the layer with Keras's defaults. */
  public static Embedding of(int inputDim, int outputDim) {
    return new Embedding(inputDim, outputDim, WeightOptions.of(RandomUniform.defaults()), null);
  }

  /** The vectors before training. */
  public Embedding embeddingsInitializer(Initializer initializer) {
    return embeddings(embeddings.initializer(initializer));
  }

  /** A penalty on the vectors, added to the loss. */
  public Embedding embeddingsRegularizer(Regularizer regularizer) {
    return embeddings(embeddings.regularizer(regularizer));
  }

  /** Sets the constraint on the vectors, applied after each step. */
  public Embedding embeddingsConstraint(Constraint constraint) {
    return embeddings(embeddings.constraint(constraint));
  }

  private Embedding embeddings(WeightOptions options) {
    return new Embedding(inputDim, outputDim, options, activityRegularizer);
  }

  /** A penalty on the output, divided by the batch's size. */
  public Embedding activityRegularizer(Regularizer regularizer) {
    return new Embedding(inputDim, outputDim, embeddings, regularizer);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Operand<TFloat32> vectors =
        context.addWeight("embeddings", Shape.of(inputDim, outputDim), embeddings);
    Operand<TInt32> tokens = tf.dtypes.cast(tf.stopGradient(input), TInt32.class);
    Operand<TFloat32> output = tf.gather(vectors, tokens, tf.constant(0));
    Activity.penalize(context, activityRegularizer, output);
    return output;
  }
}
