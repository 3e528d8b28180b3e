package dev.assay.keras.optimizers;

import dev.assay.keras.constraints.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/** One update for each weight. */
final class Updates {
  private Updates() {}

  /** All updates, and after them the powers go on. */
  static List<Op> of(
      Slots slots, List<Parameter> parameters, Function<Parameter, Op> update, Power... powers) {
    List<Op> updates = new ArrayList<>(parameters.stream().map(update).toList());
    Ops after = slots.tf().withControlDependencies(List.copyOf(updates));
    for (Power power : powers) {
      updates.add(power.advance(after));
    }
    return updates;
  }

  /** All updates, and after them the projections of the weights that have a constraint. */
  static List<Op> constrained(Ops tf, List<Parameter> parameters, List<Op> updates) {
    List<Op> all = new ArrayList<>(updates);
    Ops after = tf.withControlDependencies(updates);
    for (Parameter parameter : parameters) {
      Constraint constraint = parameter.constraint();
      if (constraint != null) {
        all.add(parameter.constrained(after, constraint));
      }
    }
    return all;
  }
}
