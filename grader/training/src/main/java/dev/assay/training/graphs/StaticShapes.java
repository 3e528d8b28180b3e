package dev.assay.training.graphs;

import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;

/**
 * Refuses shapes that end a process rather than a call, as far as they are known before anything is
 * run.
 *
 * <p>TensorFlow computes constant tensors while it prepares a graph, over and over where memory is
 * short, and aborts where a size does not fit 64 bits. Kernels of convolutions and the like abort
 * where a tensor has another rank than theirs; only where it is known before does TensorFlow itself
 * compare it.
 */
public final class StaticShapes {
  /** 1 GiB of float32. */
  static final long MOST = 1L << 28;

  /** Operations that were seen to abort if they are given arbitrary shapes. */
  private static final Pattern FIXED_RANK =
      Pattern.compile(
          "Conv[23]D.*|Depthwise.*|(Max|Avg)Pool.*|DepthToSpace|SpaceToDepth|TensorScatterUpdate");

  private StaticShapes() {}

  /**
   * Looks at all operations.
   *
   * @throws IllegalArgumentException naming the first that makes too many values, or that takes a
   *     tensor of a rank that is not known though it must be
   */
  public static void check(Graph graph) {
    for (Iterator<GraphOperation> all = graph.operations(); all.hasNext(); ) {
      GraphOperation operation = all.next();
      for (int i = 0; i < operation.numOutputs(); i++) {
        Shape shape = operation.output(i).shape();
        if (isTooLarge(shape)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "The operation %s makes a tensor of shape %s for each batch; %,d values are"
                      + " allowed. Use smaller tensors.",
                  operation.name(),
                  shape,
                  MOST));
        }
      }
      if (FIXED_RANK.matcher(operation.type()).matches()) {
        checkRanks(operation);
      }
    }
  }

  private static void checkRanks(GraphOperation operation) {
    for (int i = 0; i < operation.numInputs(); i++) {
      if (operation.input(i).shape().isUnknown()) {
        throw new IllegalArgumentException(
            "The operation %s (%s) takes a tensor whose rank is not known before it runs. Reshape the tensor to a fixed rank first."
                .formatted(operation.name(), operation.type()));
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
