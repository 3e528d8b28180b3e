package dev.assay.keras.training;

import java.util.Iterator;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;

/** How many steps of a model to run by one call, which saves time where a step takes little. */
final class Unrolling {
  /** About what is computed in a millisecond, a few times what a call costs. */
  private static final long VALUES_PER_CALL = 1 << 21;

  /** More save little. */
  private static final int MOST = 16;

  /** What TensorFlow prepares in a fraction of a second. */
  private static final int NODES_PER_CALL = 1 << 12;

  private Unrolling() {}

  /**
   * As many steps as compute a certain number of values, forward. It is counted, not timed, though
   * results do not depend on it; only a random operation that keeps a state must not be copied.
   */
  static int steps(ModelSession model, StepGraph step, int batch) {
    if (step.nodes().stream().anyMatch(RandomNodes::keepsState)) {
      return 1;
    }
    long most =
        Math.min(VALUES_PER_CALL / values(model, batch), NODES_PER_CALL / step.nodes().size());
    return (int) Math.max(1, Math.min(MOST, most));
  }

  private static long values(ModelSession model, int batch) {
    long values = 1;
    for (Iterator<GraphOperation> all = model.graph().operations(); all.hasNext(); ) {
      Operation operation = all.next();
      if (operation.name().startsWith(model.manifest().training().scope() + "/")) {
        for (int i = 0; i < operation.numOutputs(); i++) {
          values += size(operation.output(i).shape(), batch);
        }
      }
    }
    return values;
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
