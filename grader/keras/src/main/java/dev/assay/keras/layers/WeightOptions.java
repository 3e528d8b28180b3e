package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The initial value of a weight and the rules for it: {@code
 * WeightOptions.of(GLOROT_UNIFORM).constraint(...)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * WeightOptions.of(Initializer.ZEROS).trainable(); // -> true
 * WeightOptions.notTrained(Initializer.ONES).trainable(); // -> false
 * }</pre>
 *
 * @param initializer the value before training
 * @param trainable whether the optimizer updates it; default true
 * @param regularizer the penalty added to the loss, or null for none, the default
 * @param constraint what it is brought back to after each step, or null for nothing, the default
 */
public record WeightOptions(
    Initializer initializer,
    boolean trainable,
    @Nullable Regularizer regularizer,
    @Nullable Constraint constraint) {
  public WeightOptions {
    Objects.requireNonNull(initializer, "initializer must not be null");
    if (constraint != null && !trainable) {
      throw new IllegalArgumentException(
          "WeightOptions: a constraint holds a weight that is trained. Received: %s, trainable=false"
              .formatted(constraint));
    }
  }

  /** A trained weight without penalty or constraint. */
  public static WeightOptions of(Initializer initializer) {
    return new WeightOptions(initializer, true, null, null);
  }

  /** A weight that the optimizer leaves alone. */
  public static WeightOptions notTrained(Initializer initializer) {
    return new WeightOptions(initializer, false, null, null);
  }

  public WeightOptions initializer(Initializer newInitializer) {
    return new WeightOptions(newInitializer, trainable, regularizer, constraint);
  }

  public WeightOptions regularizer(@Nullable Regularizer newRegularizer) {
    return new WeightOptions(initializer, trainable, newRegularizer, constraint);
  }

  public WeightOptions constraint(@Nullable Constraint newConstraint) {
    return new WeightOptions(initializer, trainable, regularizer, newConstraint);
  }
}
