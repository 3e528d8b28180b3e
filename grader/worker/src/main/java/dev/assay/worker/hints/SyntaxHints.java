package dev.assay.worker.hints;

import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hints about a character that is missing or misplaced. */
final class SyntaxHints implements Family {
  private static final Map<Character, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry('\u201c', "\""),
          Map.entry('\u201d', "\""),
          Map.entry('\u201e', "\""),
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\uff08', "("),
          Map.entry('\uff09', ")"),
          Map.entry('\uff0c', ","),
          Map.entry('\uff1b', ";"),
          Map.entry('\u3001', ","),
          Map.entry('\u00a0', "a blank"));

  private static final Pattern SINGLE_QUOTES = Pattern.compile("'([^'\"\\\\]{2,})'");

  @Override
  public Optional<String> hint(Site site) {
    return switch (site.code()) {
      case "illegal.char" -> lookalike(site);
      case "unclosed.str.lit" -> Optional.of(unclosedString(site));
      case "unclosed.text.block" ->
          Optional.of("The text block that begins here has no closing \"\"\": add it.");
      case "unclosed.comment" ->
          Optional.of("The comment that begins here is not closed: end it with */.");
      case "unclosed.char.lit" -> singleQuotes(site);
      case "illegal.start.of.expr", "illegal.start.of.type", "not.stmt" -> illegalStart(site);
      case "invalid.meth.decl.ret.type.req" -> Optional.of(returnType(site));
      default -> site.code().startsWith("expected") ? missing(site) : Optional.empty();
    };
  }

  private static Optional<String> lookalike(Site site) {
    char found = site.source().at(site.position());
    return Optional.ofNullable(LOOKALIKES.get(found))
        .map(
            plain ->
                String.format(
                    Locale.ROOT,
                    "The character %s (U+%04X) looks like %s and is another: type %s again.",
                    Character.isSpaceChar(found) ? "here" : found,
                    (int) found,
                    plain,
                    plain));
  }

  private static String unclosedString(Site site) {
    String line = site.source().line(site.line());
    int from = site.position() - site.source().startOf(site.line());
    return "The string that begins with %s is not closed: add the missing \"."
        .formatted(Source.start(line.substring(Math.max(0, Math.min(from, line.length())))));
  }

  private static Optional<String> singleQuotes(Site site) {
    Matcher quoted = SINGLE_QUOTES.matcher(site.source().line(site.line()));
    return quoted.find()
        ? Optional.of(
            "Strings are in double quotes in Java: write \"%s\" for '%s'."
                .formatted(Source.start(quoted.group(1)), Source.start(quoted.group(1))))
        : Optional.empty();
  }

  private static Optional<String> illegalStart(Site site) {
    Source source = site.source();
    if (source.at(site.position()) == '[') {
      return Optional.of(
          "Java has no lists in [ ]: leave the brackets out and write the values one after the"
              + " other, as in Sequential.of(a, b).");
    }
    return Optional.empty();
  }

  private static String returnType(Site site) {
    return "The method %s has no return type: write, for example, `public Model build(ProblemSpec spec)`."
        .formatted(Source.start(site.source().wordAt(site.position())));
  }

  private static Optional<String> missing(Site site) {
    Source source = site.source();
    Deque<Source.Open> open = source.openBefore(site.position());
    if (open.isEmpty()) {
      return semicolon(site);
    }
    return switch (open.element().bracket()) {
      case '(' -> inParentheses(site, open);
      case '{' -> semicolon(site);
      default -> Optional.empty();
    };
  }

  /** A statement ends at its line's end, or where a brace follows. */
  private static Optional<String> semicolon(Site site) {
    Source source = site.source();
    int last = source.lastBefore(site.position());
    int next = source.skipBlanks(site.position());
    boolean ends = source.at(next) == '}' || source.lineOf(next) > source.lineOf(last);
    boolean complete = last >= 0 && (endsOperand(source, last) || source.at(last) == '*');
    return site.message().contains("';'") && ends && complete
        ? Optional.of(
            String.format(
                Locale.ROOT, "A semicolon is missing at the end of line %s.", source.lineOf(last)))
        : Optional.empty();
  }

  private static boolean endsOperand(Source source, int last) {
    char c = source.at(last);
    return Character.isJavaIdentifierPart(c) || ")]\"'".indexOf(c) >= 0;
  }

  private static Optional<String> inParentheses(Site site, Deque<Source.Open> open) {
    Source source = site.source();
    int last = source.lastBefore(site.position());
    int next = source.skipBlanks(site.position());
    char following = source.at(next);
    if (following == ';' || following == '}') {
      long count = open.stream().takeWhile(bracket -> bracket.bracket() == '(').count();
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s missing at the end of line %s.",
              count == 1 ? "A closing ) is" : count + " closing ) are",
              source.lineOf(last)));
    }
    if (following == ',' && isTuple(source, open.element(), next)) {
      return Optional.of("Java has no tuples: leave the brackets around the numbers out.");
    }
    boolean operand = Character.isJavaIdentifierStart(following) || following == '"';
    if (source.at(last) == '.' && Character.isDigit(source.at(last - 1)) && operand) {
      return Optional.of(
          "A closing ) is missing after the number, before .%s.".formatted(source.wordAt(next)));
    }
    return operand && endsOperand(source, last) && isCall(source, open.element())
        ? Optional.of(
            "A comma is missing %s %s."
                .formatted(
                    source.lineOf(last) < source.lineOf(next)
                        ? String.format(
                            Locale.ROOT, "at the end of line %s, before", source.lineOf(last))
                        : "before",
                    Source.start(source.restOfLine(next))))
        : Optional.empty();
  }

  /** {@code (3, 3)} as an argument. */
  private static boolean isTuple(Source source, Source.Open open, int comma) {
    char before = source.at(source.lastBefore(open.position()));
    return (before == ',' || before == '(')
        && source.text().substring(open.position() + 1, comma).matches("\\s*[0-9.]+\\s*");
  }

  /**
   * Returns whether a bracket opens the arguments of a call, not the head of a loop or a condition.
   */
  private static boolean isCall(Source source, Source.Open open) {
    int last = source.lastBefore(open.position());
    int first = last;
    while (first >= 0 && Character.isJavaIdentifierPart(source.at(first))) {
      first--;
    }
    String name = source.text().substring(first + 1, last + 1);
    return !name.isEmpty() && !name.matches("for|if|while|switch|catch|try|synchronized|return");
  }
}
