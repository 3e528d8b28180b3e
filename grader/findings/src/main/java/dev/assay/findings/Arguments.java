package dev.assay.findings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks and copies the arguments of texts. */
final class Arguments {
  /** The longest string, in characters: a candidate may have written it. */
  private static final int MAX_TEXT = 8000;

  private static final Set<String> SENTENCE = Set.of("code", "arguments");

  private Arguments() {}

  /** Makes a map of names and values in turn. */
  static Map<String, Object> of(Object... pairs) {
    return and(Map.of(), pairs);
  }

  /** Adds names and values in turn. */
  static Map<String, Object> and(Map<String, Object> arguments, Object... pairs) {
    if (pairs.length % 2 != 0) {
      throw new IllegalArgumentException(
          "arguments must be names and values in turn. Received: " + List.of(pairs));
    }
    Map<String, Object> all = new TreeMap<>(arguments);
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    return all;
  }

  /**
   * Copies arguments, sorted by name.
   *
   * @throws IllegalArgumentException if one that the code's texts need is missing, or has a type
   *     that arguments do not have
   */
  static Map<String, Object> checked(TextCode code, Map<String, Object> arguments) {
    Map<String, Object> checked = new TreeMap<>();
    arguments.forEach((name, value) -> checked.put(name, checked(code, name, value)));
    Set<String> needed = Catalogue.english().names(code);
    if (!checked.keySet().containsAll(needed)) {
      throw new IllegalArgumentException(
          "%s needs the arguments %s. Received: %s".formatted(code, needed, checked.keySet()));
    }
    return Collections.unmodifiableMap(checked);
  }

  private static Object checked(TextCode code, String name, Object value) {
    if (value instanceof String text) {
      return Sentence.cut(text, MAX_TEXT);
    } else if (value instanceof Integer number) {
      return number.longValue();
    } else if (value instanceof Float number) {
      return checked(code, name, number.doubleValue());
    } else if (value instanceof Double number) {
      return Double.isFinite(number) ? number : String.valueOf(number);
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Finding finding) {
      return Sentence.of(finding);
    } else if (value instanceof List<?> list) {
      return list.stream().map(element -> checked(code, name, element)).toList();
    } else if (value instanceof Map<?, ?> map && map.keySet().equals(SENTENCE)) {
      return sentence(map);
    } else if (value instanceof Long || value instanceof Boolean || value instanceof Sentence) {
      return value;
    }
    throw new IllegalArgumentException(
        "the argument %s of %s must be a text, a number, a sentence or a list of these. Received: %s"
            .formatted(name, code, value));
  }

  /** A sentence as JSON's readers give it. */
  private static Sentence sentence(Map<?, ?> map) {
    if (map.get("code") instanceof String code
        && map.get("arguments") instanceof Map<?, ?> values) {
      Map<String, Object> arguments = new TreeMap<>();
      values.forEach((name, value) -> arguments.put(String.valueOf(name), value));
      return new Sentence(code, arguments);
    }
    throw new IllegalArgumentException(
        "a sentence must have a code and arguments. Received: " + map);
  }
}
