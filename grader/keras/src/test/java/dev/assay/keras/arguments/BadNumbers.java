package dev.assay.keras.arguments;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers that hardly an argument may be, with their kinds. */
final class BadNumbers {
  private BadNumbers() {}

  /** Those of a parameter's type; none for a type that holds no number. */
  static Map<Object, String> of(Class<?> type) {
    Map<Object, String> numbers = new LinkedHashMap<>();
    if (type == double.class || type == Double.class) {
      put(numbers, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.25, -3.0);
    } else if (type == float.class || type == Float.class) {
      put(numbers, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0.25f, -3f);
    } else if (type == double[].class) {
      put(
          numbers,
          new double[] {Double.NaN},
          new double[] {Double.POSITIVE_INFINITY},
          new double[] {-1});
    } else if (type == int.class || type == Integer.class) {
      put(numbers, -1, Integer.MIN_VALUE);
    } else if (type == long.class || type == Long.class) {
      put(numbers, -1L, Long.MIN_VALUE);
    } else if (type == int[].class) {
      put(numbers, (Object) new int[] {Integer.MIN_VALUE}, new int[] {-1});
    }
    return numbers;
  }

  private static void put(Map<Object, String> numbers, Object... bad) {
    for (Object number : bad) {
      numbers.put(number, kind(number));
    }
  }

  private static String kind(Object number) {
    double value =
        number instanceof double[] several
            ? several[0]
            : number instanceof int[] whole ? whole[0] : ((Number) number).doubleValue();
    return Double.isNaN(value) ? "NaN" : Double.isInfinite(value) ? "infinite" : "negative";
  }

  static String show(Object number) {
    return number instanceof double[] several
        ? Arrays.toString(several)
        : number instanceof int[] whole ? Arrays.toString(whole) : String.valueOf(number);
  }
}
