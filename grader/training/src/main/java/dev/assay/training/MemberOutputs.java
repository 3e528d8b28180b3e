package dev.assay.training;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.training.TensorData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The outputs of all members for the examples of a set, which are what a combiner is fed. */
final class MemberOutputs {
  private final int members;
  private final int width;
  private final ByteBuffer values;

  MemberOutputs(int rows, int members, int width) {
    this.members = members;
    this.width = width;
    values =
        ByteBuffer.allocate(Math.multiplyExact(rows, 4 * members * width))
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Takes a member's outputs.
   *
   * @param member from 0
   * @param rows which examples
   * @param outputs for each of them, in the order of {@code rows}
   */
  void put(int member, int[] rows, float[] outputs) {
    for (int i = 0; i < rows.length; i++) {
      int from = (rows[i] * members + member) * width;
      for (int j = 0; j < width; j++) {
        values.putFloat(4 * (from + j), outputs[i * width + j]);
      }
    }
  }

  TensorData data() {
    int row = members * width;
    return new TensorData(ElementType.FLOAT32, List.of(values.limit() / (4 * row), row), values);
  }
}
