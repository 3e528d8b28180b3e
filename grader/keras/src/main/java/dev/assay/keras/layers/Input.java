package dev.assay.keras.layers;

/** The input of a functional model, as Keras's {@code Input}; its shape is the problem's. */
public final class Input implements Node {
  private Input() {}

  public static Input layer() {
    return new Input();
  }
}
