package dev.assay.keras.losses;

import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The quantity that training minimises: the mean over the batch of a function of label and output.
 *
 * <p>In the formulas, t is the label and p the output; a mean or sum is over an example's outputs.
 * Names, defaults and formulas are those of {@code keras.losses} (Keras 3); {@code epsilon} is
 * {@code keras.config.epsilon()}, 1e-7. An output that is not a number makes every loss NaN.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.MEAN_SQUARED_ERROR, "[[1, 2]]", "[[1.5, 1]]"); // -> 0.625
 * Loss.MEAN_SQUARED_ERROR.key(); // -> mse
 * Model model = Sequential.of(Dense.of(1)).compile(Adam.defaults(), Loss.HUBER.delta(2));
 * }</pre>
 */
public sealed interface Loss
    permits BinaryCrossentropy,
        BinaryFocalCrossentropy,
        CategoricalCrossentropy,
        CategoricalHinge,
        CosineSimilarity,
        Hinge,
        Huber,
        KLDivergence,
        LogCosh,
        MeanAbsoluteError,
        MeanAbsolutePercentageError,
        MeanSquaredError,
        MeanSquaredLogarithmicError,
        Poisson,
        SparseCategoricalCrossentropy,
        SquaredHinge {
  MeanSquaredError MEAN_SQUARED_ERROR = new MeanSquaredError();
  MeanAbsoluteError MEAN_ABSOLUTE_ERROR = new MeanAbsoluteError();
  MeanAbsolutePercentageError MEAN_ABSOLUTE_PERCENTAGE_ERROR = new MeanAbsolutePercentageError();
  MeanSquaredLogarithmicError MEAN_SQUARED_LOGARITHMIC_ERROR = new MeanSquaredLogarithmicError();
  Huber HUBER = new Huber(1);
  LogCosh LOG_COSH = new LogCosh();
  Poisson POISSON = new Poisson();
  KLDivergence KL_DIVERGENCE = new KLDivergence();
  Hinge HINGE = new Hinge();
  SquaredHinge SQUARED_HINGE = new SquaredHinge();
  CategoricalHinge CATEGORICAL_HINGE = new CategoricalHinge();
  CosineSimilarity COSINE_SIMILARITY = new CosineSimilarity();
  BinaryCrossentropy BINARY_CROSSENTROPY = new BinaryCrossentropy(false, 0);
  BinaryFocalCrossentropy BINARY_FOCAL_CROSSENTROPY =
      new BinaryFocalCrossentropy(false, 0.25f, 2, false, 0);
  CategoricalCrossentropy CATEGORICAL_CROSSENTROPY = new CategoricalCrossentropy(false, 0);
  SparseCategoricalCrossentropy SPARSE_CATEGORICAL_CROSSENTROPY =
      new SparseCategoricalCrossentropy(false);

  /**
   * Returns the name of the loss in a history, as in Keras: "mse", "huber", "binary_crossentropy".
   */
  String key();

  /** The forms of labels with which it trains what is asked for. */
  Set<Labels> labels();

  /** Returns how the loss interprets the outputs. */
  Outputs outputs();

  /**
   * Adds the loss of each example to a graph.
   *
   * @param output the model's, {@code (batch, outputs)}
   * @param target of the same shape; class numbers as one-hot vectors
   * @return shape {@code (batch)}
   */
  Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target);
}
