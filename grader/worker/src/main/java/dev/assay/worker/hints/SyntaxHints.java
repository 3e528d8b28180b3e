package dev.assay.worker.hints;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.worker.hints.source.Site;
import dev.assay.worker.hints.source.Source;
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
          Map.entry('\u3001', ","));

  private static final char NO_BREAK_SPACE = '\u00a0';

  private static final Pattern SINGLE_QUOTES = Pattern.compile("'([^'\"\\\\]{2,})'");

  @Override
  public Optional<Sentence> hint(Site site) {
    return switch (site.code()) {
      case "illegal.char" -> lookalike(site);
      case "unclosed.str.lit" -> Optional.of(unclosedString(site));
      case "unclosed.text.block" -> Optional.of(Sentence.of(HintCode.TEXT_BLOCK_NOT_CLOSED));
      case "unclosed.comment" -> Optional.of(Sentence.of(HintCode.COMMENT_NOT_CLOSED));
      case "unclosed.char.lit" -> singleQuotes(site);
      case "illegal.start.of.expr", "illegal.start.of.type", "not.stmt" -> illegalStart(site);
      case "invalid.meth.decl.ret.type.req" -> Optional.of(returnType(site));
      default -> site.code().startsWith("expected") ? missing(site) : Optional.empty();
    };
  }

  private static Optional<Sentence> lookalike(Site site) {
    char found = site.source().at(site.position());
    String number = String.format(Locale.ROOT, "U+%04X", (int) found);
    if (found == NO_BREAK_SPACE) {
      return Optional.of(Sentence.of(HintCode.LOOKALIKE_BLANK, "number", number));
    }
    String character = String.valueOf(found);
    return Optional.ofNullable(LOOKALIKES.get(found))
        .map(
            plain ->
                Sentence.of(
                    HintCode.LOOKALIKE, "character", character, "number", number, "plain", plain));
  }

  private static Sentence unclosedString(Site site) {
    String line = site.source().line(site.line());
    int from = site.position() - site.source().startOf(site.line());
    String start = Source.start(line.substring(Math.max(0, Math.min(from, line.length()))));
    return Sentence.of(HintCode.STRING_NOT_CLOSED, "start", start);
  }

  private static Optional<Sentence> singleQuotes(Site site) {
    Matcher quoted = SINGLE_QUOTES.matcher(site.source().line(site.line()));
    return quoted.find()
        ? Optional.of(Sentence.of(HintCode.DOUBLE_QUOTES, "text", Source.start(quoted.group(1))))
        : Optional.empty();
  }

  private static Optional<Sentence> illegalStart(Site site) {
    Source source = site.source();
    if (source.at(site.position()) == '[') {
      return Optional.of(Sentence.of(HintCode.NO_LIST_BRACKETS));
    }
    return Optional.empty();
  }

  private static Sentence returnType(Site site) {
    String method = Source.start(site.source().wordAt(site.position()));
    return Sentence.of(HintCode.NO_RETURN_TYPE, "method", method);
  }

  private static Optional<Sentence> missing(Site site) {
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
  private static Optional<Sentence> semicolon(Site site) {
    Source source = site.source();
    int last = source.lastBefore(site.position());
    int next = source.skipBlanks(site.position());
    boolean ends = source.at(next) == '}' || source.lineOf(next) > source.lineOf(last);
    boolean complete = last >= 0 && (endsOperand(source, last) || source.at(last) == '*');
    return site.message().contains("';'") && ends && complete
        ? Optional.of(Sentence.of(HintCode.SEMICOLON_MISSING, "line", source.lineOf(last)))
        : Optional.empty();
  }

  private static boolean endsOperand(Source source, int last) {
    char c = source.at(last);
    return Character.isJavaIdentifierPart(c) || ")]\"'".indexOf(c) >= 0;
  }

  private static Optional<Sentence> inParentheses(Site site, Deque<Source.Open> open) {
    Source source = site.source();
    int last = source.lastBefore(site.position());
    int next = source.skipBlanks(site.position());
    char following = source.at(next);
    if (following == ';' || following == '}') {
      long count = open.stream().takeWhile(bracket -> bracket.bracket() == '(').count();
      return Optional.of(
          Sentence.of(HintCode.PARENTHESES_MISSING, "count", count, "line", source.lineOf(last)));
    }
    if (following == ',' && isTuple(source, open.element(), next)) {
      return Optional.of(Sentence.of(HintCode.NO_TUPLES));
    }
    boolean operand = Character.isJavaIdentifierStart(following) || following == '"';
    if (source.at(last) == '.' && Character.isDigit(source.at(last - 1)) && operand) {
      return Optional.of(
          Sentence.of(HintCode.PARENTHESIS_MISSING_AFTER_NUMBER, "member", source.wordAt(next)));
    }
    return operand && endsOperand(source, last) && isCall(source, open.element())
        ? Optional.of(
            Sentence.of(
                HintCode.COMMA_MISSING,
                "place",
                source.lineOf(last) < source.lineOf(next) ? "LINE_END" : "WITHIN_LINE",
                "line",
                source.lineOf(last),
                "next",
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
