package dev.assay.keras.layers;

/**
 * A place in a functional model: its input, or a layer applied to other places.
 *
 * <p>Nodes only describe: nothing is computed, and shapes are checked when the model is built.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Input x = Input.layer();
 * Node h = Dense.of(16).activation(RELU).apply(x);
 * Node y = Dense.of(1).apply(Concatenate.layer().apply(x, h));
 * parameters(Functional.of(x, y).compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR), 4); // -> 101
 * }</pre>
 */
public sealed interface Node permits Input, LayerNode, MergeNode {}
