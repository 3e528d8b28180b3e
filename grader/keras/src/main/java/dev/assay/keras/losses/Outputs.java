package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The interpretation of a model's outputs by a loss.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Loss.BINARY_CROSSENTROPY.outputs(); // -> PROBABILITIES
 * Loss.BINARY_CROSSENTROPY.fromLogits().outputs(); // -> LOGITS
 * Loss.HINGE.outputs().threshold(); // -> 0
 * }</pre>
 */
public enum Outputs {
  /** Values in the unit of the labels. */
  VALUES(0.5f),
  /** Probabilities: sigmoid or softmax at the end of the model. */
  PROBABILITIES(0.5f),
  /** Logits: the sigmoid of each output is a probability. */
  LOGITS(0),
  /** Class logits: their softmax gives the classes' probabilities. */
  CLASS_LOGITS(0),
  /** Values whose sign is the class. */
  MARGINS(0);

  private final float threshold;

  Outputs(float threshold) {
    this.threshold = threshold;
  }

  /** Returns the value at which a single output changes from class 0 to class 1. */
  public float threshold() {
    return threshold;
  }

  /** Returns whether a softmax or sigmoid turns the outputs into probabilities. */
  public boolean areLogits() {
    return this == LOGITS || this == CLASS_LOGITS;
  }

  /**
   * Values in the outputs' order, for metrics that ask only which is the largest: behind a softmax
   * the logits, so that training need not compute it. Logits so close that their probabilities
   * round to the same number stay apart.
   */
  public static Operand<TFloat32> order(Operand<TFloat32> output) {
    return LossMath.madeBy(output, "Softmax") ? LossMath.inputOf(output) : output;
  }

  /**
   * The outputs as scores in [0, 1], 0.5 at the {@link #threshold}: what metrics with a threshold
   * of their own look at. Values and probabilities stay as they are; margins get a sigmoid, which
   * keeps their order.
   */
  public Operand<TFloat32> scores(Ops tf, Operand<TFloat32> output) {
    return switch (this) {
      case VALUES, PROBABILITIES -> output;
      case LOGITS, MARGINS -> tf.math.sigmoid(output);
      case CLASS_LOGITS -> tf.nn.softmax(output);
    };
  }
}
