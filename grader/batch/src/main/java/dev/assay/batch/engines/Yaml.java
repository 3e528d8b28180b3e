package dev.assay.batch.engines;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as YAML. */
final class Yaml {
  private Yaml() {}

  /** A document; texts are quoted as in JSON, which YAML reads too. */
  static String of(Map<String, Object> map) {
    StringBuilder text = new StringBuilder();
    append(text, map, "");
    return text.toString();
  }

  private static void append(StringBuilder text, Map<?, ?> map, String indent) {
    String start = indent;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(start).append(entry.getKey()).append(":");
      start = indent;
      value(text, entry.getValue(), indent + "  ");
    }
  }

  private static void value(StringBuilder text, Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      text.append("\n");
      append(text, map, indent);
    } else if (value instanceof List<?> list) {
      text.append("\n");
      list.forEach(element -> element(text, element, indent));
    } else {
      text.append(" ").append(scalar(value)).append("\n");
    }
  }

  private static void element(StringBuilder text, Object element, String indent) {
    if (element instanceof Map<?, ?> map) {
      StringBuilder inner = new StringBuilder();
      append(inner, map, indent + "  ");
      text.append(indent).append("- ").append(inner.substring(indent.length() + 2));
    } else {
      text.append(indent).append("- ").append(scalar(element)).append("\n");
    }
  }

  private static String scalar(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toString().toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
