package dev.assay.exam.blueprint;

import dev.assay.commons.text.Printable;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of an object of a blueprint; what is wrong is refused with its line. */
final class BlueprintFields {
  private static final int SHOWN = 80;

  /** What a field must be. */
  private enum Rule {
    OBJECT,
    TEXT,
    ID,
    LABEL,
    WHOLE,
    PERCENT,
    POSITIVE,
    FLAG,
    CHOICE,
    LIST
  }

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final String path;
  private final int line;
  private final Map<String, LocatedJson> fields;

  BlueprintFields(String path, LocatedJson json, String... known) throws BlueprintFault {
    this.path = path;
    line = json.line();
    fields = map(json);
    Set<String> unknown = new TreeSet<>(fields.keySet());
    List.of(known).forEach(unknown::remove);
    for (String name : unknown) {
      throw new BlueprintFault(
          get(name).line(),
          Sentence.of(
              FaultCode.SETTINGS_FIELD_UNKNOWN,
              "fields",
              List.of(path(name)),
              "known",
              List.of(known)));
    }
  }

  @SuppressWarnings("unchecked") // the only maps in it are of this type
  private Map<String, LocatedJson> map(LocatedJson json) throws BlueprintFault {
    if (json.value() instanceof Map<?, ?> map) {
      return (Map<String, LocatedJson>) map;
    }
    throw wrong("", json, Rule.OBJECT, List.of());
  }

  private LocatedJson get(String name) {
    return fields.getOrDefault(name, new LocatedJson(line, null));
  }

  private String path(String name) {
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }

  boolean has(String name) {
    return get(name).value() != null;
  }

  int line(String name) {
    return get(name).line();
  }

  private BlueprintFault wrong(String name, LocatedJson json, Rule rule, List<String> choices) {
    return new BlueprintFault(
        json.line(),
        Sentence.of(
            FaultCode.BLUEPRINT_FIELD,
            "field",
            path(name),
            "rule",
            rule,
            "choices",
            choices,
            "value",
            Printable.line(json.shown(), SHOWN)));
  }

  private LocatedJson required(String name) throws BlueprintFault {
    if (!has(name)) {
      throw new BlueprintFault(
          line, Sentence.of(FaultCode.SETTINGS_FIELD_MISSING, "field", path(name)));
    }
    return get(name);
  }

  String text(String name) throws BlueprintFault {
    return text(name, required(name), Rule.TEXT);
  }

  private String text(String name, LocatedJson json, Rule rule) throws BlueprintFault {
    if (json.value() instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(name, json, rule, List.of());
  }

  String id(String name) throws BlueprintFault {
    LocatedJson json = required(name);
    String id = text(name, json, Rule.ID);
    if (!ID.matcher(id).matches() || id.length() > 40) {
      throw wrong(name, json, Rule.ID, List.of());
    }
    return id;
  }

  /** A text, or an object with one for each language. */
  Label label(String name) throws BlueprintFault {
    LocatedJson json = required(name);
    if (json.value() instanceof Map) {
      BlueprintFields texts = new BlueprintFields(path(name), json, "en", "ko");
      return new Label(texts.text("en"), texts.text("ko"));
    }
    String text = text(name, json, Rule.LABEL);
    return new Label(text, text);
  }

  int whole(String name, int usual, int least, int most) throws BlueprintFault {
    LocatedJson json = get(name);
    if (json.value() == null) {
      return usual;
    }
    List<String> range = List.of(String.valueOf(least), String.valueOf(most));
    if (!(json.value() instanceof BigDecimal number)
        || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw wrong(name, json, Rule.WHOLE, range);
    }
    return number.intValueExact();
  }

  double percent(String name, double usual) throws BlueprintFault {
    LocatedJson json = get(name);
    if (json.value() == null) {
      return usual;
    }
    if (json.value() instanceof BigDecimal number
        && number.signum() >= 0
        && number.compareTo(BigDecimal.valueOf(100)) <= 0) {
      return number.doubleValue();
    }
    throw wrong(name, json, Rule.PERCENT, List.of());
  }

  double positive(String name, double usual) throws BlueprintFault {
    LocatedJson json = get(name);
    if (json.value() == null) {
      return usual;
    }
    if (json.value() instanceof BigDecimal number
        && number.signum() > 0
        && Double.isFinite(number.doubleValue())
        && number.doubleValue() > 0) {
      return number.doubleValue();
    }
    throw wrong(name, json, Rule.POSITIVE, List.of());
  }

  boolean flag(String name) throws BlueprintFault {
    LocatedJson json = get(name);
    if (json.value() == null) {
      return false;
    }
    if (json.value() instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, json, Rule.FLAG, List.of());
  }

  <E extends Enum<E>> E choice(String name, E usual) throws BlueprintFault {
    List<String> names =
        List.of(usual.getDeclaringClass().getEnumConstants()).stream()
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    String chosen = choice(name, names);
    return chosen == null
        ? usual
        : Enum.valueOf(usual.getDeclaringClass(), chosen.toUpperCase(Locale.ROOT));
  }

  /** One of these names, or null where there is none. */
  @Nullable String choice(String name, List<String> names) throws BlueprintFault {
    LocatedJson json = get(name);
    if (json.value() == null) {
      return null;
    }
    if (json.value() instanceof String text && names.contains(text)) {
      return text;
    }
    throw wrong(name, json, Rule.CHOICE, names);
  }

  @SuppressWarnings("unchecked") // the only lists in it are of this type
  List<LocatedJson> list(String name) throws BlueprintFault {
    LocatedJson json = required(name);
    if (json.value() instanceof List<?> list && !list.isEmpty()) {
      return (List<LocatedJson>) list;
    }
    throw wrong(name, json, Rule.LIST, List.of());
  }

  BlueprintFields element(String name, int index, LocatedJson json, String... known)
      throws BlueprintFault {
    return new BlueprintFields(path(name) + "[" + index + "]", json, known);
  }

  BlueprintFields object(String name, String... known) throws BlueprintFault {
    LocatedJson json = get(name);
    return new BlueprintFields(
        path(name), json.value() == null ? new LocatedJson(line, Map.of()) : json, known);
  }

  /** A text of a list. */
  String element(String name, int index, LocatedJson json) throws BlueprintFault {
    return text(name + "[" + index + "]", json, Rule.TEXT);
  }
}
