package dev.assay.report.gradebook.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.FaultCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each of which may be absent. What is wrong is a {@link
 * SettingsFault} that names the field.
 */
final class JsonFields {
  private static final int SHOWN = 80;

  /** What a field must be. */
  private enum Rule {
    OBJECT,
    TEXT,
    NUMBER,
    NOT_NEGATIVE,
    PERCENT,
    WHOLE,
    ATTEMPTS,
    LIST,
    NUMBERS,
    DATES,
    ZONE,
    TIME
  }

  private final String path;
  private final JsonNode node;

  JsonFields(String path, JsonNode node, String... known) {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw wrong("", Rule.OBJECT, node);
    }
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    List.of(known).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new SettingsFault(
          FaultCode.SETTINGS_FIELD_UNKNOWN,
          "fields",
          unknown.stream().map(this::path).toList(),
          "known",
          List.of(known));
    }
  }

  private SettingsFault wrong(String field, Rule rule, @Nullable JsonNode value) {
    return new SettingsFault(
        FaultCode.SETTINGS_FIELD,
        "field",
        path(field),
        "rule",
        rule,
        "value",
        Printable.line(String.valueOf(value), SHOWN));
  }

  private SettingsFault missing(String field) {
    return new SettingsFault(FaultCode.SETTINGS_FIELD_MISSING, "field", path(field));
  }

  private String path(String field) {
    return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
  }

  private @Nullable JsonNode get(String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable String text(String field) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field, Rule.TEXT, value);
    }
    return value.textValue();
  }

  String requiredText(String field) {
    String text = text(field);
    if (text == null) {
      throw missing(field);
    }
    return text;
  }

  @Nullable Double number(String field) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(field, Rule.NUMBER, value);
    }
    return value.doubleValue();
  }

  /** A number of at least 0. */
  double weight(String field, double usual) {
    Double number = number(field);
    if (number != null && number < 0) {
      throw wrong(field, Rule.NOT_NEGATIVE, node.get(field));
    }
    return number == null ? usual : number;
  }

  /** A number from 0 to 100. */
  double percent(String field, double usual) {
    double number = weight(field, usual);
    if (number > 100) {
      throw wrong(field, Rule.PERCENT, node.get(field));
    }
    return number;
  }

  /** A whole number of at least 0. */
  int whole(String field, int usual) {
    JsonNode value = get(field);
    if (value == null) {
      return usual;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw wrong(field, Rule.WHOLE, value);
    }
    return value.intValue();
  }

  AttemptRule attempts(String field) {
    String text = text(field);
    if (text == null) {
      return AttemptRule.LAST;
    }
    for (AttemptRule rule : AttemptRule.values()) {
      if (rule.name().equalsIgnoreCase(text)) {
        return rule;
      }
    }
    throw wrong(field, Rule.ATTEMPTS, node.get(field));
  }

  List<JsonNode> list(String field) {
    JsonNode value = get(field);
    List<JsonNode> list = new ArrayList<>();
    if (value != null) {
      if (!value.isArray()) {
        throw wrong(field, Rule.LIST, value);
      }
      value.forEach(list::add);
    }
    return list;
  }

  /** The fields of an object in a list. */
  JsonFields element(String field, int index, JsonNode element, String... known) {
    return new JsonFields(path(field + "[" + index + "]"), element, known);
  }

  @Nullable JsonFields object(String field, String... known) {
    JsonNode value = get(field);
    return value == null ? null : new JsonFields(path(field), value, known);
  }

  @Nullable List<Double> numbers(String field) {
    if (get(field) == null) {
      return null;
    }
    List<Double> numbers = new ArrayList<>();
    for (JsonNode element : list(field)) {
      if (!element.isNumber()) {
        throw wrong(field, Rule.NUMBERS, element);
      }
      numbers.add(element.doubleValue());
    }
    return numbers;
  }

  List<LocalDate> dates(String field) {
    List<LocalDate> dates = new ArrayList<>();
    for (JsonNode element : list(field)) {
      try {
        dates.add(LocalDate.parse(element.asText()));
      } catch (DateTimeParseException e) {
        throw wrong(field, Rule.DATES, element);
      }
    }
    return dates;
  }

  @Nullable ZoneId zone(String field) {
    String text = text(field);
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw wrong(field, Rule.ZONE, node.get(field));
    }
  }

  /**
   * A date with a time.
   *
   * @param zone of one without an offset; with an offset it is told in this zone
   */
  @Nullable ZonedDateTime time(String field, @Nullable ZoneId zone) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime exact = OffsetDateTime.parse(text);
      return zone == null ? exact.toZonedDateTime() : exact.atZoneSameInstant(zone);
    } catch (DateTimeParseException e) {
      // It may be without an offset.
    }
    try {
      LocalDateTime local = LocalDateTime.parse(text);
      if (zone == null) {
        throw new SettingsFault(FaultCode.SETTINGS_WITHOUT_ZONE, "field", path(field));
      }
      return local.atZone(zone);
    } catch (DateTimeParseException e) {
      throw wrong(field, Rule.TIME, node.get(field));
    }
  }

  ZonedDateTime requiredTime(String field, @Nullable ZoneId zone) {
    ZonedDateTime time = time(field, zone);
    if (time == null) {
      throw missing(field);
    }
    return time;
  }
}
