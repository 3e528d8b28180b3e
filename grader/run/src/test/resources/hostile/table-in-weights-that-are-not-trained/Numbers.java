import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

final class Numbers {
  static float[] of(String base64) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    float[] values = new float[bytes.capacity() / 4];
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
