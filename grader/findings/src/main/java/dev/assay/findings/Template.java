package dev.assay.findings;

import dev.assay.findings.korean.Particle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text with gaps, in a part of the syntax of ICU's MessageFormat.
 *
 * <ul>
 *   <li><code>{name}</code>: an argument; whole numbers in groups of three digits, others with four
 *       digits after the point, lists with commas
 *   <li><code>{name, format}</code>: in a {@link Format}, such as <code>{limit, mebibytes}</code>
 *   <li><code>{count, plural, one {# epoch} other {# epochs}}</code>: by a whole number, which
 *       <code>#</code> shows
 *   <li><code>{kind, select, image {...} other {...}}</code>: by a text
 *   <li><code>{은/는}</code>: a Korean {@link Particle}, in the form that goes with what stands
 *       before it, however that got there: <code>"{name}"{은/는}</code>
 *   <li><code>'{'</code> and <code>'}'</code>: braces
 * </ul>
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">Formatting
 *     Messages, ICU Documentation</a>
 */
record Template(List<Part> parts) {
  Template {
    parts = List.copyOf(parts);
  }

  /**
   * Parses a text.
   *
   * @throws IllegalArgumentException if its braces do not match or a gap is malformed
   */
  static Template parse(String text) {
    return new TemplateParser(text).parse();
  }

  /** A stretch of a text. */
  sealed interface Part {
    /** Adds its words to the text so far. */
    void append(StringBuilder text, Map<String, Object> arguments, Catalogue catalogue);

    /** Adds the names of the arguments that are needed whatever the others are. */
    default void addNames(Set<String> names) {}
  }

  /** Words that stay as they are. */
  record Words(String text) implements Part {
    @Override
    public void append(StringBuilder all, Map<String, Object> arguments, Catalogue catalogue) {
      all.append(text);
    }
  }

  /** An argument. */
  record Gap(String name, Format format) implements Part {
    @Override
    public void append(StringBuilder text, Map<String, Object> arguments, Catalogue catalogue) {
      text.append(format.show(value(name, arguments), catalogue));
    }

    @Override
    public void addNames(Set<String> names) {
      names.add(name);
    }
  }

  /** A Korean particle, in the form that goes with the text before it. */
  record Agreement(Particle particle) implements Part {
    @Override
    public void append(StringBuilder text, Map<String, Object> arguments, Catalogue catalogue) {
      text.append(particle.after(text));
    }
  }

  /** One of several texts, by an argument. */
  record Choice(String name, boolean plural, Map<String, Template> cases) implements Part {
    private static final String OTHER = "other";

    /** The case of an argument that is empty or missing. */
    private static final String NONE = "none";

    Choice {
      if (!cases.containsKey(OTHER)) {
        throw new IllegalArgumentException(name + " needs a case for other. Received: " + cases);
      }
      cases = Map.copyOf(cases);
    }

    @Override
    public void append(StringBuilder text, Map<String, Object> arguments, Catalogue catalogue) {
      String value = arguments.containsKey(name) ? String.valueOf(arguments.get(name)) : "";
      String key = plural && value.equals("1") ? "one" : value.isEmpty() ? NONE : value;
      Template chosen = cases.getOrDefault(key, cases.get(OTHER));
      if (chosen != null) {
        chosen.append(text, arguments, catalogue);
      }
    }

    /** A choice that is missing is "other"; a number that is to be counted must be there. */
    @Override
    public void addNames(Set<String> names) {
      if (plural) {
        names.add(name);
      }
    }
  }

  private static Object value(String name, Map<String, Object> arguments) {
    Object value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the argument %s is missing. Received: %s".formatted(name, arguments.keySet()));
    }
    return value;
  }

  /** The text with its gaps filled. */
  String fill(Map<String, Object> arguments, Catalogue catalogue) {
    StringBuilder text = new StringBuilder();
    append(text, arguments, catalogue);
    return text.toString();
  }

  private void append(StringBuilder text, Map<String, Object> arguments, Catalogue catalogue) {
    parts.forEach(part -> part.append(text, arguments, catalogue));
  }

  /** The names of the arguments without which the text cannot be filled. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    parts.forEach(part -> part.addNames(names));
    return names;
  }
}
