package dev.assay.training.session;

import dev.assay.keras.training.TensorData;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;

/** Copies batches of rows into tensors that are allocated once for each batch size. */
public final class BatchFeed implements AutoCloseable {
  private final TensorData data;
  private final byte[] scratch;
  private final Map<Integer, Tensor> tensors = new HashMap<>();

  public BatchFeed(TensorData data, int batchSize) {
    this.data = data;
    this.scratch =
        new byte[Math.multiplyExact(DataTensors.rowBytes(data), Math.min(batchSize, data.rows()))];
  }

  /**
   * The rows {@code order[from] .. order[from + size - 1]}, or {@code from .. from + size - 1}
   * without an order.
   *
   * @return a tensor that is overwritten by the next batch of that size
   */
  public Tensor batch(int @Nullable [] order, int from, int size) {
    int rowBytes = DataTensors.rowBytes(data);
    if (order == null) {
      data.values().get(from * rowBytes, scratch, 0, size * rowBytes);
    } else {
      for (int i = 0; i < size; i++) {
        data.values().get(order[from + i] * rowBytes, scratch, i * rowBytes, rowBytes);
      }
    }
    Tensor tensor = tensors.computeIfAbsent(size, this::allocate);
    tensor.asRawTensor().data().write(scratch, 0, size * rowBytes);
    return tensor;
  }

  private Tensor allocate(int size) {
    long[] shape = data.shape().stream().mapToLong(Integer::longValue).toArray();
    shape[0] = size;
    return Tensor.of(data.type().tensorType(), Shape.of(shape));
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
