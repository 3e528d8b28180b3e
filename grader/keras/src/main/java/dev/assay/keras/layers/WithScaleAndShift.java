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

  /** Returns the layer with other options for its weights. */
  L weights(ScaleAndShift newWeights);

  /** Returns whether {@code beta} is added. */
  default boolean center() {
    return weights().center();
  }

  /** Returns whether the features are multiplied by {@code gamma}. */
  default boolean scale() {
    return weights().scale();
  }

  /** Sets whether {@code beta} is added. */
  default L center(boolean newCenter) {
    return weights(weights().center(newCenter));
  }

  /** Sets whether the features are multiplied by {@code gamma}. */
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

  /** Sets the constraint on the factors gamma, applied after each step. */
  default L gammaConstraint(Constraint constraint) {
    return gamma(options -> options.constraint(constraint));
  }

  /** Sets the constraint on the summands beta, applied after each step. */
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
