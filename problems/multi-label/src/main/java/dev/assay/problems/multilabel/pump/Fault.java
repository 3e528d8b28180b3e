package dev.assay.problems.multilabel.pump;

import java.util.Locale;

/** The faults that a pump can have, any number of them at a time; the labels of the problem. */
public enum Fault {
  /** The mass of the rotor is off its axis: it shakes once per turn. */
  IMBALANCE,
  /** The shafts of motor and pump do not meet: they shake twice per turn and load the bearing. */
  MISALIGNMENT,
  /** A ball or a race of the bearing is damaged: it runs hot and rattles. */
  BEARING_DAMAGE,
  /** Water boils at the inlet, as its pressure is too low there: the bubbles rattle as well. */
  CAVITATION,
  /** The filter before the inlet is clogged: less water flows than speed and valve explain. */
  CLOGGED_FILTER,
  /** A winding of the motor is shorted: it draws more current than its load explains. */
  WINDING_SHORT;

  /** The column in the table: "bearing_damage". */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
