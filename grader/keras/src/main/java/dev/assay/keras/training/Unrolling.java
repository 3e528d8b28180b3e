package dev.assay.keras.training;

import java.util.Iterator;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;

/** How many steps of a model to run by one call, which saves time where a step takes little. */
final class Unrolling {
  /** About what is computed in a millisecond, a few times what a call costs. */
  private static final long VALUES_PER_CALL = 1 << 21;

  /** More save little and make TensorFlow's preparation of the graph longer. */
  private static final int MOST = 16;

  private Unrolling() {}

  /**
   * As many steps as compute a certain number of values, forward. It is counted, not timed, though
   * results do not depend on it.
   */
  static int steps(ModelSession model, int batch) {
    long values = 1;
    for (Iterator<GraphOperation> all = model.graph().operations(); all.hasNext(); ) {
      Operation operation = all.next();
      if (operation.name().startsWith(model.manifest().training().scope() + "/")) {
        for (int i = 0; i < operation.numOutputs(); i++) {
          values += size(operation.output(i).shape(), batch);
        }
      }
    }
    return (int) Math.max(1, Math.min(MOST, VALUES_PER_CALL / values));
  }

  /** The number of values; of dimensions that are not known the first is the batch. */
  private static long size(Shape shape, int batch) {
    if (shape.isUnknown()) {
      return batch;
    }
    long size = 1;
    for (int axis = 0; axis < shape.numDimensions(); axis++) {
      long length = shape.get(axis);
      size *= length >= 0 ? length : axis == 0 ? batch : 1;
    }
    return size;
  }
}
