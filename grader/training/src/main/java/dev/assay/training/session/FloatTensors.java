package dev.assay.training.session;

import org.tensorflow.Tensor;
import org.tensorflow.proto.DataType;

/** Reads float32 tensors as arrays. */
public final class FloatTensors {
  private FloatTensors() {}

  /** Returns all values, row-major. */
  public static float[] of(Tensor tensor) {
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
