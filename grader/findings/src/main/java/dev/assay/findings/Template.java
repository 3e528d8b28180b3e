package dev.assay.findings;

import dev.assay.findings.korean.Particle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    return new Parser(text).parse();
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

  /** Parses texts from left to right. */
  private static final class Parser {
    private final String text;
    private int position;

    Parser(String text) {
      this.text = text;
    }

    Template parse() {
      Template template = template(null);
      if (position < text.length()) {
        throw error("a } without a {");
      }
      return template;
    }

    /**
     * Parses up to the end, or to the brace that closes a case.
     *
     * @param counted the argument that {@code #} shows; null outside of a plural
     */
    private Template template(@Nullable String counted) {
      List<Part> parts = new ArrayList<>();
      StringBuilder words = new StringBuilder();
      while (position < text.length() && text.charAt(position) != '}') {
        char c = text.charAt(position);
        if (text.startsWith("'{'", position) || text.startsWith("'}'", position)) {
          words.append(text.charAt(position + 1));
          position += 3;
        } else if (c == '{') {
          flush(words, parts);
          position++;
          parts.add(gap());
        } else if (c == '#' && counted != null) {
          flush(words, parts);
          position++;
          parts.add(new Gap(counted, Format.PLAIN));
        } else {
          words.append(c);
          position++;
        }
      }
      flush(words, parts);
      return new Template(parts);
    }

    private static void flush(StringBuilder words, List<Part> parts) {
      if (!words.isEmpty()) {
        parts.add(new Words(words.toString()));
        words.setLength(0);
      }
    }

    private Part gap() {
      String name = word();
      if (take('}')) {
        return new Gap(name, Format.PLAIN);
      } else if (take('/')) {
        return particle(name);
      }
      require(',');
      String format = word();
      if (format.equals("plural") || format.equals("select")) {
        require(',');
        return choice(name, format.equals("plural"));
      }
      require('}');
      return new Gap(name, Format.named(format));
    }

    private Agreement particle(String afterConsonant) {
      Particle particle = Particle.of(afterConsonant, word());
      require('}');
      return new Agreement(particle);
    }

    private Choice choice(String name, boolean plural) {
      Map<String, Template> cases = new LinkedHashMap<>();
      while (!take('}')) {
        String key = word();
        require('{');
        cases.put(key, template(plural ? name : null));
        require('}');
      }
      return new Choice(name, plural, cases);
    }

    private String word() {
      skipBlanks();
      int start = position;
      while (position < text.length() && isOfWord(text.charAt(position))) {
        position++;
      }
      if (start == position) {
        throw error("no name");
      }
      return text.substring(start, position);
    }

    private static boolean isOfWord(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '=';
    }

    private boolean take(char c) {
      skipBlanks();
      boolean there = position < text.length() && text.charAt(position) == c;
      position += there ? 1 : 0;
      return there;
    }

    private void require(char c) {
      if (!take(c)) {
        throw error("no " + c);
      }
    }

    private void skipBlanks() {
      while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
        position++;
      }
    }

    private IllegalArgumentException error(String what) {
      return new IllegalArgumentException(
          String.format(Locale.ROOT, "%s at character %d of the text: %s", what, position, text));
    }
  }
}
