package dev.assay.training.session;

import dev.assay.keras.training.TensorData;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;

/** Copies examples into TensorFlow's tensors. */
final class DataTensors {
  private static final int CHUNK = 1 << 20;

  private DataTensors() {}

  /** The size of one example in bytes. */
  static int rowBytes(TensorData data) {
    return Math.toIntExact(
        data.shape().stream()
            .skip(1)
            .mapToLong(Integer::longValue)
            .reduce(data.type().bytes(), Math::multiplyExact));
  }

  /** The shape of a tensor of {@code size} of these examples. */
  static Shape shape(TensorData data, int size) {
    long[] sizes = data.shape().stream().mapToLong(Integer::longValue).toArray();
    sizes[0] = size;
    return Shape.of(sizes);
  }

  /** A tensor with all examples. */
  static Tensor of(TensorData data) {
    Tensor tensor = Tensor.of(data.type().tensorType(), shape(data, data.rows()));
    ByteDataBuffer target = tensor.asRawTensor().data();
    int bytes = data.values().limit();
    byte[] chunk = new byte[Math.min(bytes, CHUNK)];
    for (int from = 0; from < bytes; from += chunk.length) {
      int size = Math.min(chunk.length, bytes - from);
      data.values().get(from, chunk, 0, size);
      target.offset(from).write(chunk, 0, size);
    }
    return tensor;
  }
}
