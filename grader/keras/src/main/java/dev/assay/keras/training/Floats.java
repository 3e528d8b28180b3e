package dev.assay.keras.training;

import org.tensorflow.Tensor;

/** Float32 tensors as arrays. */
final class Floats {
  private Floats() {}

  /** All values, row-major. */
  static float[] of(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    read(tensor, values);
    return values;
  }

  static void read(Tensor tensor, float[] target) {
    tensor.asRawTensor().data().asFloats().read(target);
  }
}
