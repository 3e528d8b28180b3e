package dev.assay.keras.layers;

/** What layers of one input and of several have in common. */
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
