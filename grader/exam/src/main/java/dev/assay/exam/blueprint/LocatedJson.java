package dev.assay.exam.blueprint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows its line.
 *
 * @param line where it begins, from 1
 * @param value a map of names to located values, a list of them, a text, a number, a Boolean; null
 *     for JSON's null
 */
record LocatedJson(int line, @Nullable Object value) {
  private static final int MAX_DEPTH = 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /**
   * Parses a document.
   *
   * @throws IOException with the line, if it is no JSON or something follows it
   */
  static LocatedJson parse(String text) throws IOException {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() == null) {
        return new LocatedJson(1, null);
      }
      LocatedJson all = read(json);
      if (json.nextToken() != null) {
        throw new BlueprintFault(line(json), BlueprintFault.trailing());
      }
      return all;
    }
  }

  private static int line(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }

  private static LocatedJson read(JsonParser json) throws IOException {
    int line = line(json);
    return switch (json.currentToken()) {
      case START_OBJECT -> new LocatedJson(line, object(json));
      case START_ARRAY -> new LocatedJson(line, array(json));
      case VALUE_STRING -> new LocatedJson(line, json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new LocatedJson(line, json.getDecimalValue());
      case VALUE_TRUE -> new LocatedJson(line, true);
      case VALUE_FALSE -> new LocatedJson(line, false);
      default -> new LocatedJson(line, null);
    };
  }

  private static Map<String, LocatedJson> object(JsonParser json) throws IOException {
    Map<String, LocatedJson> fields = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, read(json));
    }
    return fields;
  }

  private static List<LocatedJson> array(JsonParser json) throws IOException {
    List<LocatedJson> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(json));
    }
    return elements;
  }

  /** The value as JSON writes it, for messages; of objects and lists only the brackets. */
  String shown() {
    if (value instanceof Map) {
      return "{...}";
    }
    if (value instanceof List) {
      return "[...]";
    }
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }
}
