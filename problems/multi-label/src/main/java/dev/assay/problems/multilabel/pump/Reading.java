package dev.assay.problems.multilabel.pump;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One row of the table.
 *
 * @param values what each sensor shows, as text, in the sensors' order
 * @param faults what the pump has; may be empty
 */
record Reading(List<String> values, Set<Fault> faults) {
  Reading {
    values = List.copyOf(values);
    faults = Set.copyOf(faults);
  }

  /** Returns the reading of a pump that is drawn with its operation and its faults. */
  static Reading draw(PumpRandom random) {
    Operation operation = Operation.draw(random);
    Condition condition = Condition.draw(random, operation.hours());
    return new Pump(operation, condition, Hydraulics.of(operation, condition, random)).read(random);
  }

  /** Returns 1 for a fault that the pump has, otherwise 0. */
  byte label(Fault fault) {
    return (byte) (faults.contains(fault) ? 1 : 0);
  }

  /** Returns the row of the table: sensors, then faults. */
  String row() {
    List<String> fields = new ArrayList<>(values);
    for (Fault fault : Fault.values()) {
      fields.add(Byte.toString(label(fault)));
    }
    return String.join(",", fields);
  }
}
