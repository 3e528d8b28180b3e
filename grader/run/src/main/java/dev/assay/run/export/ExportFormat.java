package dev.assay.run.export;

/** What models can be exported as. */
public enum ExportFormat {
  /** TensorFlow's SavedModel: the graph for prediction with its weights. */
  SAVEDMODEL,
  /** TensorFlow's checkpoint: the weights by name. */
  CHECKPOINT,
  /** The weights by name, as graded. */
  SAFETENSORS
}
