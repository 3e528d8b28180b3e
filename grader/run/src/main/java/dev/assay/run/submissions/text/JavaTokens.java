package dev.assay.run.submissions.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a Java source into names, signs and strings; comments are left out. A string is given
 * without its closing quote.
 */
final class JavaTokens {
  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private JavaTokens(String text) {
    this.text = text;
  }

  static List<String> of(String text) {
    JavaTokens found = new JavaTokens(text);
    while (found.at < text.length()) {
      found.next();
    }
    return found.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      at = endOf("\n", at + 2);
    } else if (text.startsWith("/*", at)) {
      at = endOf("*/", at + 2);
    } else if (text.startsWith("\"\"\"", at)) {
      at = endOf("\"\"\"", at + 3);
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else if (Character.isJavaIdentifierStart(c) || Character.isSurrogate(c)) {
      name();
    } else {
      if (!Character.isWhitespace(c)) {
        tokens.add(String.valueOf(c).intern());
      }
      at++;
    }
  }

  private int endOf(String sign, int start) {
    int end = text.indexOf(sign, start);
    return end < 0 ? text.length() : end + sign.length();
  }

  private void quoted(char quote) {
    int start = at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at, text.length());
    tokens.add(text.substring(start, at));
    at++;
  }

  private void name() {
    int start = at;
    while (at < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(at))
            || Character.isSurrogate(text.charAt(at)))) {
      at++;
    }
    tokens.add(text.substring(start, at));
  }
}
