package dev.assay.keras.optimizers;

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
}
