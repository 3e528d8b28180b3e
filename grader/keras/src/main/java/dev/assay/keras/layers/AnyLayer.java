package dev.assay.keras.layers;

/** The common supertype of layers with one input and with several. */
public sealed interface AnyLayer permits Layer, MergeLayer {
  /**
   * The name of the layer's kind in {@code summary()} and, in snake case, in weight names. Default:
   * the class name.
   */
  default String type() {
    return getClass().isAnonymousClass() || getClass().isSynthetic()
        ? "Layer"
        : getClass().getSimpleName();
  }
}
