package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;

/** Text wrapped between words, so that a terminal need not break it within one. */
final class Paragraph {
  private Paragraph() {}

  /**
   * Wraps.
   *
   * @param start of the first line; the others are indented
   * @param text single spaces separate words; its own line ends stay
   */
  static List<String> wrap(String start, int indent, String text, int columns) {
    List<String> lines = new ArrayList<>();
    String before = start;
    for (String part : text.lines().toList()) {
      wrapLine(before, indent, part, columns, lines);
      before = " ".repeat(indent);
    }
    return lines;
  }

  private static void wrapLine(
      String start, int indent, String text, int columns, List<String> lines) {
    StringBuilder line = new StringBuilder(start);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }
}
