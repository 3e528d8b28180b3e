package dev.assay.keras.layers;

/**
 * A place in a functional model: its input, or a layer applied to other places.
 *
 * <p>Nodes only describe: nothing is computed, and shapes are checked when the model is built.
 */
public sealed interface Node permits Input, LayerNode, MergeNode {}
