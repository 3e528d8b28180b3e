package dev.assay.training.docs;

import dev.assay.keras.NestedNumbers;
import java.util.ArrayList;
import java.util.List;

/** Takes the values that an example shows; public for the compiled examples. */
public final class Shown {
  private final List<List<String>> values = new ArrayList<>();

  Shown() {}

  /** Keeps a value as the pages write it. */
  public void value(Object value) {
    List<String> lines = new ArrayList<>();
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      list.forEach(line -> lines.add(((String) line).strip()));
    } else if (value instanceof List<?> list) {
      lines.add(list.stream().map(Shown::text).toList().toString());
    } else {
      text(value).lines().map(String::strip).forEach(lines::add);
    }
    values.add(List.copyOf(lines));
  }

  private static String text(Object value) {
    return value instanceof Double || value instanceof Float
        ? NestedNumbers.number(((Number) value).doubleValue())
        : value.toString();
  }

  List<List<String>> values() {
    return List.copyOf(values);
  }
}
