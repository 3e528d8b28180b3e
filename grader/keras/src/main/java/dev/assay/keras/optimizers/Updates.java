package dev.assay.keras.optimizers;

import dev.assay.keras.constraints.Constraint;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/** The updates of weights. */
final class Updates {
  private Updates() {}

  /** Returns all updates, followed by the projections of the weights that have a constraint. */
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
