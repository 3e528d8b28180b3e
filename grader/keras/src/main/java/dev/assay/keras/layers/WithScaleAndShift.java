package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.function.UnaryOperator;

/**
 * The options of every layer that normalizes.
 *
 * <p>Example:
 *
 * <pre>{@code
 * parameters(BatchNormalization.layer().center(false).scale(false), 64); // -> 128
 * }</pre>
 *
 * @param <L> the layer
 */
public interface WithScaleAndShift<L extends Layer> {
  /** Gamma and beta: whether they are there, initializers, regularizers and constraints. */
  ScaleAndShift weights();

  /** The same layer with other weights. */
  L weights(ScaleAndShift newWeights);

  /** Whether {@code beta} is added. */
  default boolean center() {
    return weights().center();
  }

  /** Whether the features are multiplied by {@code gamma}. */
  default boolean scale() {
    return weights().scale();
  }

  /** Whether {@code beta} is added. */
  default L center(boolean newCenter) {
    return weights(weights().center(newCenter));
  }

  /** Whether the features are multiplied by {@code gamma}. */
  default L scale(boolean newScale) {
    return weights(weights().scale(newScale));
  }

  /** The factors gamma before training. */
  default L gammaInitializer(Initializer initializer) {
    return gamma(options -> options.initializer(initializer));
  }

  /** The summands beta before training. */
  default L betaInitializer(Initializer initializer) {
    return beta(options -> options.initializer(initializer));
  }

  /** A penalty on the factors gamma, added to the loss. */
  default L gammaRegularizer(Regularizer regularizer) {
    return gamma(options -> options.regularizer(regularizer));
  }

  /** A penalty on the summands beta, added to the loss. */
  default L betaRegularizer(Regularizer regularizer) {
    return beta(options -> options.regularizer(regularizer));
  }

  /** What the factors gamma must be after each step. */
  default L gammaConstraint(Constraint constraint) {
    return gamma(options -> options.constraint(constraint));
  }

  /** What the summands beta must be after each step. */
  default L betaConstraint(Constraint constraint) {
    return beta(options -> options.constraint(constraint));
  }

  private L gamma(UnaryOperator<WeightOptions> change) {
    return weights(weights().gamma(change));
  }

  private L beta(UnaryOperator<WeightOptions> change) {
    return weights(weights().beta(change));
  }
}
