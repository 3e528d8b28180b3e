package dev.assay.keras.parity;

/**
 * A line of PARITY.md.
 *
 * @param family such as "Layers"
 * @param name Keras's name
 * @param keras Keras's defaults
 * @param ours our defaults, read from our classes where that is possible
 * @param remark "equal", or why not
 */
record Parity(String family, String name, String keras, String ours, String remark) {
  static final String EQUAL = "equal";

  /** Equal as long as our defaults, printed, are Keras's. */
  static Parity compared(String family, String name, String keras, String ours) {
    return new Parity(family, name, keras, ours, keras.equals(ours) ? EQUAL : "differs");
  }
}
