package dev.assay.keras.training;

import org.tensorflow.Tensor;
import org.tensorflow.proto.DataType;

/** Float32 tensors as arrays. */
final class Floats {
  private Floats() {}

  /** Returns all values, row-major. */
  static float[] of(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    read(tensor, values);
    return values;
  }

  static void read(Tensor tensor, float[] target) {
    if (tensor.dataType() != DataType.DT_FLOAT) {
      throw new IllegalArgumentException(
          "The model computes %s where float32 is needed.".formatted(tensor.dataType()));
    }
    tensor.asRawTensor().data().asFloats().read(target);
  }
}
