package dev.assay.exam.practice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What each hidden example added to the error of an attempt, so that attempts can be compared
 * example by example.
 *
 * @param features the digest of the hidden features; only attempts with equal ones are compared
 * @param count of the examples
 * @param losses in Base64: a bit each where all are 0 or 1, otherwise a float each
 */
public record HiddenLosses(String features, int count, String losses) {
  /** Packs losses; those of a regression are rounded to floats. */
  public static HiddenLosses of(String features, double[] losses) {
    boolean bits = true;
    for (double loss : losses) {
      bits &= loss == 0 || loss == 1;
    }
    ByteBuffer bytes = ByteBuffer.allocate(bits ? bitBytes(losses.length) : 4 * losses.length);
    for (int i = 0; i < losses.length; i++) {
      if (!bits) {
        bytes.putFloat((float) losses[i]);
      } else if (losses[i] == 1) {
        bytes.put(i / 8, (byte) (bytes.get(i / 8) | 1 << i % 8));
      }
    }
    String packed = Base64.getEncoder().encodeToString(bytes.array());
    return new HiddenLosses(features, losses.length, packed);
  }

  private static int bitBytes(int count) {
    return (count + 7) / 8;
  }

  /**
   * Returns the losses.
   *
   * @return none where the text is damaged
   */
  @JsonIgnore
  public double[] values() {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(losses);
    } catch (IllegalArgumentException e) {
      return new double[0];
    }
    boolean bits = count > 0 && bytes.length == bitBytes(count);
    if (!bits && (count < 0 || bytes.length != 4L * count)) {
      return new double[0];
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = bits ? bytes[i / 8] >> i % 8 & 1 : ByteBuffer.wrap(bytes).getFloat(4 * i);
    }
    return values;
  }
}
