package dev.assay.keras.layers;

/**
 * The input of a functional model, as Keras's {@code Input}; its shape is the problem's.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Input x = Input.layer();
 * Node y = Dense.of(3).activation(SOFTMAX).apply(x);
 * Model model =
 *     Functional.of(x, y).compile(Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
 * parameters(model, 4); // -> 15
 * }</pre>
 */
public final class Input implements Node {
  private Input() {}

  public static Input layer() {
    return new Input();
  }
}
