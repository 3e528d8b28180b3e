package dev.assay.bench;

/**
 * One layer of a network, in words that every library knows.
 *
 * @param kind what it does
 * @param units filters or outputs; 0 where the kind has none
 */
public record Layer(Kind kind, int units) {
  /** What a layer does. */
  public enum Kind {
    /** 3x3 convolution without padding, with biases, then ReLU. */
    CONVOLUTION,
    /** The greatest of each 2x2 square. */
    POOLING,
    /** All values of an example as one vector. */
    FLATTEN,
    /** Fully connected, with biases, then ReLU. */
    DENSE,
    /** Fully connected, with biases, then softmax; trained by cross-entropy. */
    OUTPUT
  }

  static Layer convolution(int filters) {
    return new Layer(Kind.CONVOLUTION, filters);
  }

  static Layer pooling() {
    return new Layer(Kind.POOLING, 0);
  }

  static Layer flatten() {
    return new Layer(Kind.FLATTEN, 0);
  }

  static Layer dense(int units) {
    return new Layer(Kind.DENSE, units);
  }

  static Layer output(int classes) {
    return new Layer(Kind.OUTPUT, classes);
  }
}
