package dev.assay.training.session;

import dev.assay.keras.training.FitPlan;
import dev.assay.training.graphs.RandomNodes;
import dev.assay.training.graphs.StepGraph;
import java.util.Iterator;
import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;

/** The choice of how many steps of a model to run per call, which saves time if steps are short. */
public final class UnrollChoice {
  /** About what is computed in a millisecond, a few times what a call costs. */
  private static final long VALUES_PER_CALL = 1 << 21;

  /** The most steps per call; more would save little. */
  private static final int MOST = 16;

  /** The rough time of a call in addition to its steps. */
  private static final long MICROS_PER_CALL = 30;

  /** The rough time that TensorFlow needs to prepare a node of a step. */
  private static final long MICROS_PER_NODE = 80;

  private UnrollChoice() {}

  /**
   * The number with which calls, and the preparation of what is called, take the least time. It is
   * counted, not timed, though results do not depend on it; only a random operation that keeps a
   * state must not be copied.
   *
   * @param rows examples in an epoch
   */
  public static int steps(ModelSession model, StepGraph step, FitPlan plan, int rows) {
    if (step.nodes().stream().anyMatch(RandomNodes::keepsState)) {
      return 1;
    }
    long most = Math.min(MOST, VALUES_PER_CALL / values(model, plan.batchSize()));
    int best = 1;
    for (int steps = 2; steps <= most; steps++) {
      if (micros(step, plan, rows, steps) < micros(step, plan, rows, best)) {
        best = steps;
      }
    }
    return best;
  }

  private static long micros(StepGraph step, FitPlan plan, int rows, int most) {
    List<List<Integer>> calls = EpochSteps.calls(rows, plan.batchSize(), most);
    long copies = calls.stream().distinct().mapToLong(List::size).sum();
    return copies * step.nodes().size() * MICROS_PER_NODE
        + (long) plan.epochs() * calls.size() * MICROS_PER_CALL;
  }

  /** Returns the number of values that a step produces, capped at what ends a call. */
  private static long values(ModelSession model, int batch) {
    long values = 1;
    for (Iterator<GraphOperation> all = model.graph().operations(); all.hasNext(); ) {
      Operation operation = all.next();
      if (operation.name().startsWith(model.manifest().training().scope() + "/")) {
        for (int i = 0; i < operation.numOutputs(); i++) {
          values = Math.min(VALUES_PER_CALL, values + size(operation.output(i).shape(), batch));
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
      long known = length >= 0 ? length : axis == 0 ? batch : 1;
      // A product of more does not fit a long.
      size = known == 0 ? 0 : Math.min(VALUES_PER_CALL / known + 1, size) * known;
    }
    return Math.min(VALUES_PER_CALL, size);
  }
}
