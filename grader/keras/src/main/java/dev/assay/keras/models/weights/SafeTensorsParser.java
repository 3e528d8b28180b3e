package dev.assay.keras.models.weights;

import dev.assay.keras.models.weights.SafeTensorsHeader.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a safetensors header: only the JSON that the format allows, so nothing nests, and anything
 * else is an error.
 */
final class SafeTensorsParser {
  /** The most digits of a number in a header of a valid file. */
  private static final int MAX_DIGITS = 18;

  private static final int MAX_RANK = 16;

  private final String json;
  private int at;

  private SafeTensorsParser(String json) {
    this.json = json;
  }

  /**
   * Parses a header.
   *
   * @throws IllegalArgumentException where it is not one; the message says what is wrong, and where
   */
  static SafeTensorsHeader parse(String json) {
    SafeTensorsParser parser = new SafeTensorsParser(json);
    Map<String, Entry> tensors = new LinkedHashMap<>();
    parser.members(
        name -> {
          if (name.equals("__metadata__")) {
            parser.members(key -> parser.string());
          } else if (tensors.put(name, parser.entry()) != null) {
            throw parser.wrong("there is a second " + name);
          }
        });
    if (parser.peek() != 0) {
      throw parser.wrong("there is more after the end");
    }
    return new SafeTensorsHeader(tensors);
  }

  /** Takes the value of an object's member. */
  @FunctionalInterface
  private interface Member {
    void read(String name);
  }

  private void members(Member member) {
    expect('{');
    if (peek() == '}') {
      at++;
      return;
    }
    do {
      String name = string();
      expect(':');
      member.read(name);
    } while (goesOn('}'));
  }

  private Entry entry() {
    Map<String, Object> fields = new LinkedHashMap<>();
    members(
        name -> {
          Object value =
              switch (name) {
                case "dtype" -> string();
                case "shape", "data_offsets" -> numbers();
                default -> throw wrong("there is an unknown field " + name);
              };
          if (fields.put(name, value) != null) {
            throw wrong("there is a second " + name);
          }
        });
    if (fields.get("dtype") instanceof String type
        && fields.get("shape") instanceof Numbers shape
        && fields.get("data_offsets") instanceof Numbers offsets
        && offsets.values().size() == 2
        && offsets.values().get(0) <= offsets.values().get(1)) {
      return new Entry(type, shape.values(), offsets.values().get(0), offsets.values().get(1));
    }
    throw wrong("a tensor needs dtype, shape and two data_offsets in order");
  }

  private record Numbers(List<Long> values) {}

  private Numbers numbers() {
    List<Long> values = new ArrayList<>();
    expect('[');
    if (peek() == ']') {
      at++;
      return new Numbers(values);
    }
    do {
      values.add(number());
    } while (values.size() <= MAX_RANK && goesOn(']'));
    if (values.size() > MAX_RANK) {
      throw wrong(String.format(Locale.ROOT, "there are more than %d sizes", MAX_RANK));
    }
    return new Numbers(values);
  }

  private long number() {
    peek();
    int start = at;
    while (at < json.length() && json.charAt(at) >= '0' && json.charAt(at) <= '9') {
      at++;
    }
    if (at == start || at - start > MAX_DIGITS) {
      throw wrong(
          String.format(
              Locale.ROOT, "a whole number of at most %d digits was expected", MAX_DIGITS));
    }
    return Long.parseLong(json.substring(start, at));
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (at < json.length() && json.charAt(at) != '"') {
      char c = json.charAt(at++);
      if (c < ' ') {
        throw wrong("a control character stands in a name");
      }
      text.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return text.toString();
  }

  private char escaped() {
    char c = at < json.length() ? json.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("there is an unknown escape");
    };
  }

  private char unicode() {
    int end = at + 4;
    if (end > json.length()) {
      throw wrong("an escape is cut off");
    }
    int code = 0;
    for (; at < end; at++) {
      int digit = Character.digit(json.charAt(at), 16);
      if (digit < 0 || json.charAt(at) > 'f') {
        throw wrong("an escape is not hexadecimal");
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  /** Returns whether a comma follows rather than the end. */
  private boolean goesOn(char end) {
    if (peek() == ',') {
      at++;
      return true;
    }
    expect(end);
    return false;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw wrong("'%c' was expected".formatted(wanted));
    }
    at++;
  }

  /** The next character that is not white space; 0 at the end. */
  private char peek() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    return at < json.length() ? json.charAt(at) : 0;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s, at character %d", what, at));
  }
}
