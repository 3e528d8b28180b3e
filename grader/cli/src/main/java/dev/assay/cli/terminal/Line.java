package dev.assay.cli.terminal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line for people.
 *
 * @param text which may have line breaks
 * @param colour where the terminal has colours; null for that of its text
 */
public record Line(String text, @Nullable Colour colour) {
  /** Lines without colour. */
  public static List<Line> plain(List<String> texts) {
    return texts.stream().map(text -> new Line(text, null)).toList();
  }

  /** Returns the line's text alone, in lines without a break. */
  List<Line> broken() {
    return text.isEmpty()
        ? List.of(this)
        : text.lines().map(each -> new Line(each, colour)).toList();
  }
}
