package dev.assay.keras.models;

/**
 * A row of {@code summary()}.
 *
 * @param name unique within the model, such as "dense_1"
 * @param type Keras's class name
 * @param outputShape as Keras prints it: (None, 10)
 * @param parameters how many values its weights have in all
 */
public record LayerSummary(String name, String type, String outputShape, long parameters) {}
