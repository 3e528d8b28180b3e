package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the string literals and text blocks of Java source, but for those in comments. */
final class JavaLiterals {
  /**
   * A literal.
   *
   * @param line from 1
   * @param text as it is written, with its escapes
   * @param statement the code around it, from one of {@code ; { }} to the next, without literals
   * @param inAnnotation whether it is an argument of an annotation
   */
  record Literal(int line, String text, String statement, boolean inAnnotation) {}

  private static final String BLOCK = "\"\"\"";

  /** Ends in the bracket that opens an annotation's arguments. */
  private static final Pattern ANNOTATED = Pattern.compile("@\\w+\\($");

  private final String source;
  private final StringBuilder statement = new StringBuilder();
  private final List<Literal> open = new ArrayList<>();
  private final List<Literal> found = new ArrayList<>();
  private int position;

  /** Open brackets of an annotation's arguments; 0 outside of one. */
  private int depth;

  private JavaLiterals(String source) {
    this.source = source;
  }

  static List<Literal> in(String source) {
    JavaLiterals reader = new JavaLiterals(source);
    while (reader.position < source.length()) {
      reader.step();
    }
    reader.endStatement();
    return reader.found;
  }

  private void step() {
    char c = source.charAt(position);
    if (source.startsWith("//", position)) {
      position = end("\n", position);
    } else if (source.startsWith("/*", position)) {
      position = end("*/", position + 2) + 2;
    } else if (source.startsWith(BLOCK, position)) {
      literal(BLOCK);
    } else if (c == '"') {
      literal("\"");
    } else if (c == '\'') {
      position = closing("'", position + 1) + 1;
    } else {
      statement.append(c);
      position++;
      countBrackets(c);
      if (c == ';' || c == '{' || c == '}') {
        endStatement();
      }
    }
  }

  private void countBrackets(char c) {
    if (c == '(' && (depth > 0 || ANNOTATED.matcher(statement).find())) {
      depth++;
    } else if (c == ')' && depth > 0) {
      depth--;
    }
  }

  private void literal(String quote) {
    int start = position + quote.length();
    int end = closing(quote, start);
    int line = 1 + (int) source.substring(0, position).chars().filter(c -> c == '\n').count();
    open.add(new Literal(line, source.substring(start, end), "", depth > 0));
    position = end + quote.length();
  }

  /** The place of the quote that closes a literal, past escaped ones. */
  private int closing(String quote, int start) {
    int i = start;
    while (i < source.length() && !source.startsWith(quote, i)) {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, source.length());
  }

  private int end(String mark, int start) {
    int found = source.indexOf(mark, start);
    return found < 0 ? source.length() : found;
  }

  private void endStatement() {
    for (Literal literal : open) {
      found.add(
          new Literal(
              literal.line(), literal.text(), statement.toString(), literal.inAnnotation()));
    }
    open.clear();
    statement.setLength(0);
  }
}
