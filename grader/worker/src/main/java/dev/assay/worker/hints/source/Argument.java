package dev.assay.worker.hints.source;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An argument as a student wrote it.
 *
 * @param name as in {@code units=16}; null without one
 * @param text the expression
 */
public record Argument(@Nullable String name, String text) {
  private static final int MAX_TEXT = 40;

  /** Returns whether it is text in single or double quotes. */
  public boolean isString() {
    return text.length() >= 2
        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        && text.charAt(text.length() - 1) == text.charAt(0);
  }

  /** Returns the text between the quotes. */
  public String string() {
    return text.substring(1, text.length() - 1);
  }

  /** Returns whether it is a number without a fraction. */
  public boolean isInteger() {
    return text.matches("-?[0-9_]+");
  }

  /** Returns whether it is a number. */
  public boolean isNumber() {
    return text.matches("-?[0-9_]*\\.?[0-9_]+([eE]-?[0-9]+)?[fFdDlL]?");
  }

  /** Returns whether it is a Python list or tuple. */
  public boolean isGroup() {
    return text.startsWith("(") || text.startsWith("[");
  }

  /** The numbers of a tuple of Python's, {@code (3, 3)}, one by one; else the argument itself. */
  public Stream<Argument> ungrouped() {
    return name == null && text.matches("[(\\[]\\s*-?[0-9.]+(\\s*,\\s*-?[0-9.]+)+\\s*[)\\]]")
        ? Arrays.stream(text.substring(1, text.length() - 1).split(","))
            .map(number -> new Argument(null, number.strip()))
        : Stream.of(this);
  }

  /** The expression on one line, with what is long in it left out. */
  public String shown() {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= MAX_TEXT ? line : "...";
  }
}
