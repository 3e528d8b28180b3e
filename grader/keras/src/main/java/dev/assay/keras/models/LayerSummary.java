package dev.assay.keras.models;

/**
 * A row of {@code summary()}.
 *
 * @param name unique within the model, such as "dense_1"
 * @param type Keras's class name
 * @param output type and shape of what it returns for an example
 * @param parameters how many values its weights have in all
 */
public record LayerSummary(String name, String type, TensorSpec output, long parameters) {}
