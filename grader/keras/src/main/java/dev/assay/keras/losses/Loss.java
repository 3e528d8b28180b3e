package dev.assay.keras.losses;

import java.util.Objects;

/**
 * What training minimises: the mean over the batch of a function of label and output.
 *
 * <p>Cross-entropies take probabilities, as in Keras; {@link #fromLogits} makes them take logits.
 * Where the model ends in softmax or sigmoid the trainer uses the logits behind it, which is the
 * same function, computed without overflow.
 *
 * @param function which loss
 * @param logits whether the model's outputs are logits
 */
public record Loss(LossFunction function, boolean logits) {
  public static final Loss MEAN_SQUARED_ERROR = new Loss(LossFunction.MEAN_SQUARED_ERROR, false);
  public static final Loss BINARY_CROSSENTROPY = new Loss(LossFunction.BINARY_CROSSENTROPY, false);
  public static final Loss CATEGORICAL_CROSSENTROPY =
      new Loss(LossFunction.CATEGORICAL_CROSSENTROPY, false);
  public static final Loss SPARSE_CATEGORICAL_CROSSENTROPY =
      new Loss(LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY, false);

  public Loss {
    Objects.requireNonNull(function, "function must not be null");
    if (logits && function == LossFunction.MEAN_SQUARED_ERROR) {
      throw new IllegalArgumentException(
          "MEAN_SQUARED_ERROR has no fromLogits(): it takes values.");
    }
  }

  /** The same loss for a model whose outputs are logits (no softmax or sigmoid at the end). */
  public Loss fromLogits() {
    return new Loss(function, true);
  }
}
