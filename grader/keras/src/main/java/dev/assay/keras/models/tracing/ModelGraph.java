package dev.assay.keras.models.tracing;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import org.tensorflow.proto.GraphDef;

/**
 * A model as data: what a candidate's code leaves behind, and all that the trainer needs.
 *
 * @param graphDef all operations
 * @param manifest of the model, which for an ensemble is the whole
 * @param parts of an ensemble
 */
public record ModelGraph(GraphDef graphDef, Manifest manifest, Parts parts) {
  /** A model that is not an ensemble. */
  public ModelGraph(GraphDef graphDef, Manifest manifest) {
    this(graphDef, manifest, Parts.NONE);
  }

  /**
   * Traces a model that computes nothing from labels into its two graphs.
   *
   * @throws IllegalArgumentException as {@link #trace(Model, TensorSpec, TensorSpec, long)}, and
   *     where the model has sample weights or targets of its own
   */
  public static ModelGraph trace(Model model, TensorSpec input, long seed) {
    return new Tracer(input, null, seed).trace(model);
  }

  /**
   * Traces a model into its two graphs.
   *
   * @param model whose layers are called, twice
   * @param input the features of an example
   * @param labels of an example
   * @param seed from which the seeds of random operations (dropout) are drawn
   * @throws IllegalArgumentException where a layer refuses its input, or an argument is wrong
   */
  public static ModelGraph trace(Model model, TensorSpec input, TensorSpec labels, long seed) {
    return new Tracer(input, labels, seed).trace(model);
  }

  /** Returns one of the {@link #parts} as a model. */
  public ModelGraph part(Manifest part) {
    return new ModelGraph(graphDef, part);
  }
}
