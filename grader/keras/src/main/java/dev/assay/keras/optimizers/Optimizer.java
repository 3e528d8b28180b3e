package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The rule by which gradients change weights, as those of {@code keras.optimizers}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Optimizer optimizer = Adam.withLearningRate(1e-3);
 * optimizer.schedule().at(0); // -> 0.001
 * Model model = Sequential.of(Dense.of(1)).compile(optimizer, Loss.MEAN_SQUARED_ERROR);
 * }</pre>
 */
public sealed interface Optimizer
    permits Adadelta, Adagrad, Adam, AdamW, Adamax, Ftrl, Nadam, RMSprop, SGD {
  /** Learning rate, clipping and weight decay. */
  Tuning tuning();

  /** The step size, at each step. */
  default LearningRateSchedule schedule() {
    return tuning().learningRate();
  }

  /**
   * Adds the updates proper to a graph.
   *
   * @param slots makes the optimizer's own variables
   * @param parameters the weights with their gradients
   * @return the operations that make up the step
   */
  List<Op> apply(Slots slots, List<Parameter> parameters);

  /**
   * Adds one step to a graph: clips the gradients, decays the weights, updates them, brings them
   * back to their constraints, as Keras's {@code apply}.
   *
   * @return the operations that make up the step
   */
  default List<Op> step(Slots slots, List<Parameter> parameters) {
    Ops tf = slots.tf();
    List<Operand<TFloat32>> gradients =
        tuning().clipping().apply(tf, parameters.stream().map(Parameter::gradient).toList());
    Operand<TFloat32> decay =
        tf.math.mul(slots.learningRate(), tf.constant(tuning().weightDecay()));
    List<Parameter> ready = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i).gradient(gradients.get(i));
      ready.add(tuning().weightDecay() == 0 ? parameter : parameter.decayed(tf, decay));
    }
    return Updates.constrained(tf, parameters, apply(slots, ready));
  }
}
