package dev.assay.keras.training;

import java.util.Iterator;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;

/**
 * Refuses tensors that no machine holds, as far as their shapes are known before anything is run.
 *
 * <p>TensorFlow computes constant tensors while it prepares a graph, over and over where memory is
 * short, and ends the process where a size does not fit 64 bits.
 */
final class TensorSizes {
  /** 1 GiB of float32. */
  static final long MOST = 1L << 28;

  private TensorSizes() {}

  /**
   * Looks at all outputs of all operations.
   *
   * @throws IllegalArgumentException naming the first operation that makes too many values
   */
  static void check(Graph graph) {
    for (Iterator<GraphOperation> all = graph.operations(); all.hasNext(); ) {
      GraphOperation operation = all.next();
      for (int i = 0; i < operation.numOutputs(); i++) {
        Shape shape = operation.output(i).shape();
        if (isTooLarge(shape)) {
          throw new IllegalArgumentException(
              "The operation %s makes a tensor of shape %s for each batch, and %,d values are allowed. Use smaller tensors."
                  .formatted(operation.name(), shape, MOST));
        }
      }
    }
  }

  /** Sizes that are not known count as 1. */
  static boolean isTooLarge(Shape shape) {
    if (shape.isUnknown()) {
      return false;
    }
    long values = 1;
    boolean empty = false;
    for (long size : shape.asArray()) {
      empty |= size == 0;
      // Beyond the bound the product stays there: that of more would not fit a long.
      values = values > MOST || size > MOST ? MOST + 1 : values * Math.max(1, size);
    }
    return values > MOST && !empty;
  }
}
