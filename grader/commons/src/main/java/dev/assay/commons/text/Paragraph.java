package dev.assay.commons.text;

import java.util.ArrayList;
import java.util.List;

/** Wraps text between words, so that a terminal need not break it within one. */
public final class Paragraph {
  private Paragraph() {}

  /**
   * Wraps a text.
   *
   * @param start what the first line begins with; the others are indented
   * @param indent how many spaces the other lines begin with
   * @param text single spaces separate words; its own line ends stay
   * @param columns how wide a line may be; only a word that is wider by itself makes a wider line
   */
  public static List<String> wrap(String start, int indent, String text, int columns) {
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
    int used = DisplayWidth.of(start);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      int width = DisplayWidth.of(word);
      if (!empty && used + 1 + width > columns) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
        used = indent;
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      used += (empty ? 0 : 1) + width;
      empty = false;
    }
    lines.add(line.toString());
  }
}
