package dev.assay.keras.layers;

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
 * @param embeddingsInitializer the vectors before training; default uniform in ±0.05
 * @param embeddingsRegularizer a penalty on the vectors, or null, the default
 */
public record Embedding(
    int inputDim,
    int outputDim,
    Initializer embeddingsInitializer,
    @Nullable Regularizer embeddingsRegularizer)
    implements Layer {
  public Embedding {
    Check.positive("Embedding", "inputDim", inputDim);
    Check.positive("Embedding", "outputDim", outputDim);
  }

  /** With Keras's defaults. */
  public static Embedding of(int inputDim, int outputDim) {
    return new Embedding(inputDim, outputDim, RandomUniform.defaults(), null);
  }

  public Embedding embeddingsInitializer(Initializer initializer) {
    return new Embedding(inputDim, outputDim, initializer, embeddingsRegularizer);
  }

  public Embedding embeddingsRegularizer(Regularizer regularizer) {
    return new Embedding(inputDim, outputDim, embeddingsInitializer, regularizer);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Operand<TFloat32> vectors =
        context.addWeight(
            "embeddings",
            Shape.of(inputDim, outputDim),
            embeddingsInitializer,
            true,
            embeddingsRegularizer);
    Operand<TInt32> tokens = tf.dtypes.cast(tf.stopGradient(input), TInt32.class);
    return tf.gather(vectors, tokens, tf.constant(0));
  }
}
