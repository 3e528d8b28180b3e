package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Images whose pixels are taken from other places of the same images.
 *
 * <p>TensorFlow's ImageProjectiveTransformV3 has no gradient in C++; gathering has one.
 */
final class Warp {
  private final Ops tf;
  private final Operand<TFloat32> images;
  private final Filling filling;
  private final int height;
  private final int width;
  private final int channels;

  Warp(Ops tf, String layer, Operand<TFloat32> images, Filling filling) {
    LayerArguments.rank(layer, images.shape(), 4, "(batch, height, width, channels)");
    this.tf = tf;
    this.images = images;
    this.filling = filling;
    height = LayerArguments.known(layer, images.shape(), 1);
    width = LayerArguments.known(layer, images.shape(), 2);
    channels = LayerArguments.known(layer, images.shape(), 3);
  }

  /** The distance of each row from the middle, {@code (1, height, 1)}. */
  Operand<TFloat32> rows() {
    return tf.reshape(tf.constant(centred(height)), tf.constant(new int[] {1, height, 1}));
  }

  /** The distance of each column from the middle, {@code (1, 1, width)}. */
  Operand<TFloat32> columns() {
    return tf.reshape(tf.constant(centred(width)), tf.constant(new int[] {1, 1, width}));
  }

  private static float[] centred(int size) {
    float[] distances = new float[size];
    for (int i = 0; i < size; i++) {
      distances[i] = i - (size - 1) / 2f;
    }
    return distances;
  }

  /**
   * The images with each pixel from the place {@code (row, column)}, counted from the middle; both
   * broadcast to {@code (batch, height, width)}.
   */
  Operand<TFloat32> from(Operand<TFloat32> row, Operand<TFloat32> column) {
    Operand<TFloat32> y = tf.math.add(row, tf.constant((height - 1) / 2f));
    Operand<TFloat32> x = tf.math.add(column, tf.constant((width - 1) / 2f));
    Operand<TFloat32> moved =
        filling.interpolation() == Interpolation.NEAREST
            ? pixels(rounded(y), rounded(x))
            : between(y, x);
    return tf.reshape(moved, tf.constant(new int[] {-1, height, width, channels}));
  }

  private Operand<TFloat32> rounded(Operand<TFloat32> place) {
    return tf.math.floor(tf.math.add(place, tf.constant(0.5f)));
  }

  /** The four pixels around, weighted by their nearness. */
  private Operand<TFloat32> between(Operand<TFloat32> y, Operand<TFloat32> x) {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> top = tf.math.floor(y);
    Operand<TFloat32> left = tf.math.floor(x);
    Operand<TFloat32> bottom = tf.math.add(top, one);
    Operand<TFloat32> right = tf.math.add(left, one);
    Operand<TFloat32> down = tf.expandDims(tf.math.sub(y, top), tf.constant(-1));
    Operand<TFloat32> across = tf.expandDims(tf.math.sub(x, left), tf.constant(-1));
    Operand<TFloat32> above = mixed(pixels(top, left), pixels(top, right), across);
    Operand<TFloat32> below = mixed(pixels(bottom, left), pixels(bottom, right), across);
    return mixed(above, below, down);
  }

  private Operand<TFloat32> mixed(
      Operand<TFloat32> first, Operand<TFloat32> second, Operand<TFloat32> share) {
    Operand<TFloat32> rest = tf.math.sub(tf.constant(1f), share);
    return tf.math.add(tf.math.mul(first, rest), tf.math.mul(second, share));
  }

  /** The pixels at whole places, inside the images or beyond. */
  private Operand<TFloat32> pixels(Operand<TFloat32> y, Operand<TFloat32> x) {
    Operand<TInt32> row = inside(tf.dtypes.cast(y, TInt32.class), height);
    Operand<TInt32> column = inside(tf.dtypes.cast(x, TInt32.class), width);
    Operand<TInt32> image =
        tf.reshape(
            tf.range(tf.constant(0), tf.squeeze(Draws.batch(tf, images)), tf.constant(1)),
            tf.constant(new int[] {-1, 1, 1}));
    Operand<TInt32> line = tf.math.add(tf.math.mul(image, tf.constant(height)), row);
    Operand<TInt32> index = tf.math.add(tf.math.mul(line, tf.constant(width)), column);
    Operand<TFloat32> all = tf.reshape(images, tf.constant(new int[] {-1, channels}));
    Operand<TFloat32> found = tf.gather(all, index, tf.constant(0));
    return filling.mode() == FillMode.CONSTANT ? filled(found, y, x) : found;
  }

  private Operand<TInt32> inside(Operand<TInt32> index, int size) {
    return switch (filling.mode()) {
      case REFLECT -> {
        Operand<TInt32> there = tf.math.floorMod(index, tf.constant(2 * size));
        Operand<TInt32> back = tf.math.sub(tf.constant(2 * size - 1), there);
        yield tf.math.minimum(there, back);
      }
      case WRAP -> tf.math.floorMod(index, tf.constant(size));
      case CONSTANT, NEAREST ->
          tf.math.minimum(tf.math.maximum(index, tf.constant(0)), tf.constant(size - 1));
    };
  }

  private Operand<TFloat32> filled(
      Operand<TFloat32> found, Operand<TFloat32> y, Operand<TFloat32> x) {
    Operand<TBool> inside = tf.math.logicalAnd(within(y, height), within(x, width));
    Operand<TFloat32> known =
        tf.expandDims(tf.dtypes.cast(inside, TFloat32.class), tf.constant(-1));
    Operand<TFloat32> rest = tf.math.sub(tf.constant(1f), known);
    return tf.math.add(tf.math.mul(found, known), tf.math.mul(rest, tf.constant(filling.value())));
  }

  private Operand<TBool> within(Operand<TFloat32> place, int size) {
    return tf.math.logicalAnd(
        tf.math.greaterEqual(place, tf.constant(0f)),
        tf.math.less(place, tf.constant((float) size)));
  }
}
