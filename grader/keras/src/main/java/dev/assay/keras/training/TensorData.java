package dev.assay.keras.training;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Examples in memory or in a mapped file, row after row.
 *
 * <p>Example:
 *
 * <pre>{@code
 * TensorData.rows(new float[] {5.1f, 3.5f}, new float[] {6.2f, 2.9f}).shape(); // -> [2, 2]
 * TensorData.classes(0, 2, 1).rows(); // -> 3
 * Arrays.toString(TensorData.classes(0, 2, 1).oneHot(3).row(1)); // -> [0.0, 0.0, 1.0]
 * TensorData.classes(0, 2, 1).examples(1, 3).rows(); // -> 2
 * TensorData.pixels(List.of(1, 2, 2), (byte) 0, (byte) 255, (byte) 9, (byte) 7).example().show();
 * // -> (None, 2, 2)
 * }</pre>
 *
 * @param type of each value
 * @param shape the number of examples first
 * @param values little-endian, row-major; only read
 */
public record TensorData(ElementType type, List<Integer> shape, ByteBuffer values) {
  public TensorData {
    shape = List.copyOf(shape);
    values = values.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (shape.isEmpty() || values.limit() != bytes(type, shape)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "TensorData: %s of shape %s does not fit %d bytes",
              type,
              shape,
              values.limit()));
    }
  }

  /**
   * Numbers of any shape.
   *
   * @param shape the number of examples first
   * @param values row-major
   */
  public static TensorData floats(List<Integer> shape, float... values) {
    ByteBuffer bytes = littleEndian(Math.multiplyExact(4, values.length));
    bytes.asFloatBuffer().put(values);
    return new TensorData(ElementType.FLOAT32, shape, bytes);
  }

  /**
   * A table: a row for each example.
   *
   * @throws IllegalArgumentException without rows, or where they are of different lengths
   */
  public static TensorData rows(float[]... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "TensorData.rows: there must be at least one row. Received: none");
    }
    int width = rows[0].length;
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "TensorData.rows: row %d has %d values, but row 0 has %d. All need the same"
                    + " number.",
                row,
                rows[row].length,
                width));
      }
      System.arraycopy(rows[row], 0, values, row * width, width);
    }
    return floats(List.of(rows.length, width), values);
  }

  /** A number for each example: what a regression predicts. */
  public static TensorData targets(float... values) {
    return floats(List.of(values.length), values);
  }

  /** A class number for each example, from 0. */
  public static TensorData classes(int... numbers) {
    ByteBuffer bytes = littleEndian(Math.multiplyExact(4, numbers.length));
    bytes.asIntBuffer().put(numbers);
    return new TensorData(ElementType.INT32, List.of(numbers.length), bytes);
  }

  /**
   * Bytes, taken as 0 to 255.
   *
   * @param shape the number of examples first, such as (n, 28, 28)
   * @param values row-major
   */
  public static TensorData pixels(List<Integer> shape, byte... values) {
    return new TensorData(ElementType.UINT8, shape, ByteBuffer.wrap(values.clone()));
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns the number of examples. */
  public int rows() {
    return shape.get(0);
  }

  /** Returns the type and shape of one example, for which a model of these features is built. */
  public TensorSpec example() {
    return new TensorSpec(type, shape.subList(1, shape.size()));
  }

  /**
   * The examples from one number up to, but not including, another: {@code x[from:to]} in NumPy.
   *
   * @param from the first, from 0
   * @param to behind the last, greater than {@code from}
   * @throws IllegalArgumentException where there are no such examples
   */
  public TensorData examples(int from, int to) {
    if (from < 0 || to <= from || to > rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "TensorData.examples: there are %d examples. Received: from %d to %d",
              rows(),
              from,
              to));
    }
    List<Integer> part = new ArrayList<>(shape);
    part.set(0, to - from);
    int bytes = Math.toIntExact(bytes(type, part.subList(1, part.size())));
    return new TensorData(type, part, values.slice(from * bytes, (to - from) * bytes));
  }

  /**
   * The values of one example, row-major; of class numbers its number.
   *
   * @param row from 0
   */
  public float[] row(int row) {
    TensorData example = examples(row, row + 1);
    float[] numbers = new float[example.values.limit() / type.bytes()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (type) {
            case UINT8 -> example.values.get(i) & 0xff;
            case INT32 -> example.values.getInt(4 * i);
            case FLOAT32 -> example.values.getFloat(4 * i);
          };
    }
    return numbers;
  }

  /**
   * Class numbers as one-hot vectors, {@code (n, classes)}: Keras's {@code to_categorical}.
   *
   * @param classes how many there are
   * @throws IllegalArgumentException where these are not class numbers below {@code classes}
   */
  public TensorData oneHot(int classes) {
    if (type == ElementType.FLOAT32 || shape.size() != 1) {
      throw new IllegalArgumentException(
          "TensorData.oneHot: class numbers are needed, (n) of INT32 or UINT8. Received: %s of shape %s"
              .formatted(type, shape));
    }
    float[] vectors = new float[Math.multiplyExact(rows(), classes)];
    for (int row = 0; row < rows(); row++) {
      int label = classNumber(row);
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "TensorData.oneHot: class numbers must be from 0 to %d. Received: %d for example"
                    + " %d",
                classes - 1,
                label,
                row));
      }
      vectors[row * classes + label] = 1;
    }
    return floats(List.of(rows(), classes), vectors);
  }

  /**
   * The class number of an example, where these are class numbers.
   *
   * @param row from 0
   */
  public int classNumber(int row) {
    return type == ElementType.UINT8 ? values.get(row) & 0xff : values.getInt(4 * row);
  }

  private static long bytes(ElementType type, List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).reduce(type.bytes(), Math::multiplyExact);
  }
}
