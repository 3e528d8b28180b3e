package dev.assay.keras.layers;

import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Checks of layers' arguments and input shapes, with messages that name what came. */
final class LayerArguments {
  private LayerArguments() {}

  static void positive(String layer, String argument, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %s must be a positive integer. Received: %s=%d",
              layer,
              argument,
              argument,
              value));
    }
  }

  static void rank(String layer, Shape input, int rank, String axes) {
    if (input.numDimensions() != rank) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s needs an input of rank %d, %s. Received: shape %s. %s",
              layer,
              rank,
              axes,
              show(input),
              input.numDimensions() == rank - 1
                  ? withoutChannels(rank)
                  : "Change the layer before it, or add Flatten or Reshape."));
    }
  }

  private static String withoutChannels(int rank) {
    return rank == 4
        ? "For images without a channel axis put Reshape.to(height, width, 1) before it."
        : "For sequences without a channel axis put Reshape.to(steps, 1) before it.";
  }

  /** TensorFlow's depthwise convolution takes no other strides. */
  static void squareStrides(String layer, Size strides) {
    if (strides.height() != strides.width()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: the strides must be the same in both directions. Received: %dx%d",
              layer,
              strides.height(),
              strides.width()));
    }
  }

  /** A window over a sequence has no height. */
  static void flat(String layer, Size window) {
    if (window.height() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: the height of a window over a sequence is 1. Received: %dx%d",
              layer,
              window.height(),
              window.width()));
    }
  }

  static void finite(String layer, String argument, float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s: %s must be finite. Received: %s=%s".formatted(layer, argument, argument, value));
    }
  }

  static void notNegative(String layer, String argument, float value) {
    if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: %s must be at least 0. Received: %s=%s".formatted(layer, argument, argument, value));
    }
  }

  /** A share such as a dropout rate. */
  static void rate(String layer, String argument, float value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s: %s must be in [0, 1). Received: %s".formatted(layer, argument, value));
    }
  }

  static void between(String layer, String argument, float value, float low, float high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s: %s must be in [%s, %s]. Received: %s".formatted(layer, argument, low, high, value));
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

  /** The last axis of an input that has features beside the batch. */
  static int features(String layer, Shape input) {
    if (input.isUnknown() || input.numDimensions() < 2) {
      throw new IllegalArgumentException(
          "%s needs an input (batch, ..., n). Received: shape %s".formatted(layer, show(input)));
    }
    return input.numDimensions() - 1;
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

  /** Returns the shape as Keras prints it: (None, 28, 28). */
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

  /** An axis that a layer may work along. */
  static void notBatch(String layer, int axis) {
    if (axis == 0) {
      throw new IllegalArgumentException(
          layer + ": axis must not be 0, the batch's. Received: axis=0");
    }
  }

  /** The axis, counted from 0; it is another one than the batch's. */
  static int axis(String layer, int axis, Shape input) {
    int rank = input.numDimensions();
    int counted = axis < 0 ? rank + axis : axis;
    if (counted < 1 || counted >= rank) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: the input of shape %s has no axis %d beside the batch's.",
              layer,
              show(input),
              axis));
    }
    return counted;
  }

  static void two(String layer, List<Operand<TFloat32>> inputs) {
    if (inputs.size() != 2) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s needs two inputs. Received: %d", layer, inputs.size()));
    }
  }

  /** Inputs of a merging layer that works along an axis. */
  static void sameBut(String layer, int along, List<Operand<TFloat32>> inputs) {
    Shape first = inputs.get(0).shape();
    for (Operand<TFloat32> input : inputs) {
      Shape shape = input.shape();
      boolean same = shape.numDimensions() == first.numDimensions();
      for (int axis = 0; same && axis < shape.numDimensions(); axis++) {
        same = axis == along || shape.get(axis) == first.get(axis);
      }
      if (!same) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s needs inputs whose shapes differ in axis %d only. Received: %s and %s",
                layer,
                along,
                show(first),
                show(shape)));
      }
    }
  }
}
