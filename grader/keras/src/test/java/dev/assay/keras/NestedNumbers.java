package dev.assay.keras;

import dev.assay.keras.training.TensorData;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Numbers as NumPy writes them, {@code [[1, 2], [3, 4]]}.
 *
 * @param values row-major
 */
public record NestedNumbers(List<Integer> shape, List<Double> values) {

  /** Reads what {@link #toString} writes. */
  public static NestedNumbers parse(String text) {
    List<Integer> shape = new ArrayList<>();
    String rest = text;
    while (rest.startsWith("[")) {
      List<String> items = items(rest);
      shape.add(items.size());
      rest = items.get(0);
    }
    List<Double> values =
        Arrays.stream(text.replaceAll("[\\[\\]]", "").split(","))
            .map(number -> Double.valueOf(number.strip()))
            .toList();
    if (shape.stream().reduce(1, Math::multiplyExact) != values.size()) {
      throw new IllegalArgumentException("not rows of the same length: " + text);
    }
    return new NestedNumbers(shape, values);
  }

  /** What stands between the outermost brackets, divided at the outermost commas. */
  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    int start = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth == 0 || (depth == 1 && c == ',')) {
        items.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    return items;
  }

  public static NestedNumbers of(List<Integer> shape, float[] values) {
    List<Double> list = new ArrayList<>();
    for (float value : values) {
      list.add((double) value);
    }
    return new NestedNumbers(shape, list);
  }

  public TensorData tensor() {
    return Fixtures.floats(shape, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public String toString() {
    return show(0, 0, values.size());
  }

  private String show(int axis, int from, int to) {
    if (axis == shape.size()) {
      return number(values.get(from));
    }
    StringJoiner items = new StringJoiner(", ", "[", "]");
    int size = (to - from) / shape.get(axis);
    for (int at = from; at < to; at += size) {
      items.add(show(axis + 1, at, at + size));
    }
    return items.toString();
  }

  /** Five digits, which float32 has on every platform; what is below 1e-6 is 0. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    return Math.abs(value) < 1e-6
        ? "0"
        : new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros().toPlainString();
  }
}
