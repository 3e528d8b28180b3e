package dev.assay.findings;

import dev.assay.findings.korean.Particle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses {@linkplain Template templates}, from left to right. */
final class TemplateParser {
  private final String text;
  private int position;

  TemplateParser(String text) {
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
    List<Template.Part> parts = new ArrayList<>();
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
        parts.add(new Template.Gap(counted, Format.PLAIN));
      } else {
        words.append(c);
        position++;
      }
    }
    flush(words, parts);
    return new Template(parts);
  }

  private static void flush(StringBuilder words, List<Template.Part> parts) {
    if (!words.isEmpty()) {
      parts.add(new Template.Words(words.toString()));
      words.setLength(0);
    }
  }

  private Template.Part gap() {
    String name = word();
    if (take('}')) {
      return new Template.Gap(name, Format.PLAIN);
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
    return new Template.Gap(name, Format.named(format));
  }

  private Template.Agreement particle(String afterConsonant) {
    Particle particle = Particle.of(afterConsonant, word());
    require('}');
    return new Template.Agreement(particle);
  }

  private Template.Choice choice(String name, boolean plural) {
    Map<String, Template> cases = new LinkedHashMap<>();
    while (!take('}')) {
      String key = word();
      require('{');
      cases.put(key, template(plural ? name : null));
      require('}');
    }
    return new Template.Choice(name, plural, cases);
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
