package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Checks of layers' arguments and input shapes, with messages that name what came. */
final class Check {
  private Check() {}

  static void positive(String layer, String argument, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "%s: %s must be a positive integer. Received: %s=%d"
              .formatted(layer, argument, argument, value));
    }
  }

  static void rank(String layer, Shape input, int rank, String axes) {
    if (input.numDimensions() != rank) {
      throw new IllegalArgumentException(
          "%s needs an input of rank %d, %s. Received: shape %s. %s"
              .formatted(
                  layer,
                  rank,
                  axes,
                  show(input),
                  input.numDimensions() == rank - 1
                      ? "For images without a channel axis put Reshape.to(height, width, 1) before it."
                      : "Change the layer before it, or add Flatten or Reshape."));
    }
  }

  /** The size of an axis, which must be known when the graph is built. */
  static int known(String layer, Shape input, int axis) {
    if (input.isUnknown() || axis < 1 || input.get(axis) <= 0) {
      throw new IllegalArgumentException(
          "%s needs an input (batch, ..., n) with a known size n. Received: shape %s"
              .formatted(layer, show(input)));
    }
    return Math.toIntExact(input.get(axis));
  }

  /** The shape as reshape takes it, the batch as -1; every other dimension must be known. */
  static int[] batchShape(String layer, Shape input) {
    if (input.numDimensions() < 1) {
      throw new IllegalArgumentException(
          "%s needs an input (batch, ...) of known rank. Received: shape %s"
              .formatted(layer, show(input)));
    }
    int[] shape = new int[input.numDimensions()];
    shape[0] = -1;
    for (int axis = 1; axis < shape.length; axis++) {
      shape[axis] = known(layer, input, axis);
    }
    return shape;
  }

  /** As Keras prints it: (None, 28, 28). */
  static String show(Shape shape) {
    if (shape.isUnknown()) {
      return "(unknown)";
    }
    StringBuilder text = new StringBuilder("(");
    for (int axis = 0; axis < shape.numDimensions(); axis++) {
      long size = shape.get(axis);
      text.append(axis == 0 ? "" : ", ").append(size < 0 ? "None" : Long.toString(size));
    }
    return text.append(')').toString();
  }

  /** Inputs of a merging layer that works value by value. */
  static void sameShapes(String layer, List<Operand<TFloat32>> inputs) {
    Shape first = inputs.get(0).shape();
    for (Operand<TFloat32> input : inputs) {
      if (!input.shape().equals(first)) {
        throw new IllegalArgumentException(
            "%s needs inputs of the same shape. Received: %s and %s"
                .formatted(layer, show(first), show(input.shape())));
      }
    }
  }

  /** Inputs of a merging layer that works along the last axis. */
  static void sameButLast(String layer, List<Operand<TFloat32>> inputs) {
    Shape first = inputs.get(0).shape();
    for (Operand<TFloat32> input : inputs) {
      Shape shape = input.shape();
      boolean same = shape.numDimensions() == first.numDimensions();
      for (int axis = 0; same && axis < shape.numDimensions() - 1; axis++) {
        same = shape.get(axis) == first.get(axis);
      }
      if (!same) {
        throw new IllegalArgumentException(
            "%s needs inputs whose shapes differ in the last axis only. Received: %s and %s"
                .formatted(layer, show(first), show(shape)));
      }
    }
  }
}
