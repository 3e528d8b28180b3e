package dev.assay.keras.losses;

/** The forms that the labels of a set come in. */
public enum Labels {
  /** Any number, one for each output. */
  NUMBERS,
  /** 0 or 1, one for each output. */
  ZERO_OR_ONE,
  /** A vector for each example: 1 at its class, 0 elsewhere. */
  ONE_HOT,
  /** The number of the class, from 0, one for each example. */
  CLASS_NUMBERS
}
