package dev.assay.worker.hints.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The text of a source file, read without javac where javac cannot parse it. */
public final class Source {
  private static final int MAX_QUOTED = 40;

  private final String text;
  private final List<String> lines;

  public Source(String text) {
    this.text = text;
    this.lines = text.lines().toList();
  }

  /** A bracket that has no counterpart before some position. */
  public record Open(char bracket, int position) {}

  public String text() {
    return text;
  }

  /** A line, counted from 1; empty beyond the end. */
  public String line(long number) {
    return number >= 1 && number <= lines.size() ? lines.get((int) number - 1) : "";
  }

  /** The number of the line that a position lies in. */
  public long lineOf(int position) {
    return text.substring(0, Math.min(position, text.length()))
            .chars()
            .filter(c -> c == '\n')
            .count()
        + 1;
  }

  /** The position of the first character from {@code from} on that is no blank or comment. */
  public int skipBlanks(int from) {
    int i = from;
    while (i < text.length()) {
      int end = Character.isWhitespace(text.charAt(i)) ? i + 1 : endOfComment(i);
      if (end == i) {
        return i;
      }
      i = end;
    }
    return i;
  }

  /** The position of a line's first character. */
  public int startOf(long number) {
    int start = 0;
    for (long i = 1; i < number && start < text.length(); i++) {
      int end = text.indexOf('\n', start);
      start = end < 0 ? text.length() : end + 1;
    }
    return start;
  }

  /** The line's text from a position on. */
  public String restOfLine(int position) {
    int end = text.indexOf('\n', position);
    return text.substring(Math.min(position, text.length()), end < 0 ? text.length() : end).strip();
  }

  /** The first characters of a text, so that it can be quoted in a sentence. */
  public static String start(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
  }

  /** The character there; 0 beyond the end. */
  public char at(int position) {
    return position >= 0 && position < text.length() ? text.charAt(position) : 0;
  }

  /** The position of the last character before {@code from} that is no blank; -1 without one. */
  public int lastBefore(int from) {
    int i = Math.min(from, text.length()) - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i;
  }

  /** The word that begins at a position; empty where none does. */
  public String wordAt(int position) {
    int end = position;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return text.substring(Math.min(position, text.length()), end);
  }

  /**
   * The brackets that are open before a position, the innermost first. One that closes another kind
   * than was opened last is passed over, as is what strings and comments contain.
   */
  public Deque<Open> openBefore(int position) {
    Deque<Open> open = new ArrayDeque<>();
    int i = 0;
    while (i < Math.min(position, text.length())) {
      char c = text.charAt(i);
      int end = Math.max(endOfComment(i), endOfLiteral(i));
      if (end > i) {
        i = end;
        continue;
      }
      if ("([{".indexOf(c) >= 0) {
        open.push(new Open(c, i));
      } else if (")]}".indexOf(c) >= 0
          && !open.isEmpty()
          && open.element().bracket() == "([{".charAt(")]}".indexOf(c))) {
        open.pop();
      }
      i++;
    }
    return open;
  }

  private int endOfComment(int from) {
    if (text.startsWith("//", from)) {
      int end = text.indexOf('\n', from);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", from)) {
      int end = text.indexOf("*/", from + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return from;
  }

  /** Strings and characters end at the line's end at the latest, text blocks do not. */
  private int endOfLiteral(int from) {
    if (text.startsWith("\"\"\"", from)) {
      int end = text.indexOf("\"\"\"", from + 3);
      return end < 0 ? text.length() : end + 3;
    }
    char quote = text.charAt(from);
    if (quote != '"' && quote != '\'') {
      return from;
    }
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }
}
