package dev.assay.keras.losses;

/**
 * The forms that the labels of a set come in.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Loss.SPARSE_CATEGORICAL_CROSSENTROPY.labels(); // -> [CLASS_NUMBERS]
 * Loss.BINARY_CROSSENTROPY.labels().contains(Labels.ZERO_OR_ONE); // -> true
 * }</pre>
 */
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
