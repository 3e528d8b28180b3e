package dev.assay.findings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something to say to people, as data: which text, and what fills its gaps.
 *
 * @param code the name of a {@link TextCode}
 * @param arguments by name: strings, whole numbers (Long), other finite numbers (Double), further
 *     sentences, and lists of these
 */
public record Sentence(String code, Map<String, Object> arguments) {
  /** The longest text, in characters: it may quote what a candidate has written. */
  private static final int MAX_TEXT = 8000;

  /**
   * Checks the code and copies the arguments, sorted by name.
   *
   * @throws IllegalArgumentException if there is no such code, an argument that its text needs is
   *     missing, or an argument is of another type
   */
  public Sentence {
    arguments = Arguments.checked(Catalogue.TextCodes.of(code), arguments);
  }

  /**
   * A sentence with its arguments.
   *
   * @param pairs names and values in turn: {@code "epoch", 3, "limit", 60}
   * @throws IllegalArgumentException as the constructor, or if the pairs are no pairs
   */
  public static Sentence of(TextCode code, Object... pairs) {
    return new Sentence(code.name(), Arguments.of(pairs));
  }

  /** The sentence of a finding: its message and its advice. */
  public static Sentence of(Finding finding) {
    return new Sentence(finding.code().name(), finding.arguments());
  }

  /** The text in English, cut where it is longer than 8000 characters. */
  public String text() {
    return text(Catalogue.english());
  }

  /** The text in the catalogue's language, cut where it is longer than 8000 characters. */
  public String text(Catalogue catalogue) {
    return cut(catalogue.text(this), MAX_TEXT);
  }

  /** Several texts in English, one after the other. */
  public static String text(List<Sentence> sentences) {
    return text(sentences, Catalogue.english());
  }

  /** Several texts in the catalogue's language, one after the other. */
  public static String text(List<Sentence> sentences, Catalogue catalogue) {
    StringBuilder text = new StringBuilder();
    for (Sentence sentence : sentences) {
      boolean newLine = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
      text.append(newLine ? "" : " ").append(sentence.text(catalogue));
    }
    return cut(text.toString(), MAX_TEXT);
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " ...";
  }

  /** The text in English. */
  @Override
  public String toString() {
    return text();
  }

  /** Checks and copies the arguments of texts. */
  static final class Arguments {
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
}
