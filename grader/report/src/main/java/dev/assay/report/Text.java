package dev.assay.report;

/** Text from elsewhere made fit for a line on a terminal. */
final class Text {

  private static final String ELLIPSIS = "…";

  private Text() {}

  /** The printable text in at most {@code columns} columns, the end cut for an ellipsis. */
  static String cut(String text, int columns) {
    String clean = Printable.line(text);
    if (columns(clean) <= columns) {
      return clean;
    }
    int end = clean.length();
    while (end > 0 && columns(clean.substring(0, end)) > columns - 1) {
      end = clean.offsetByCodePoints(end, -1);
    }
    return clean.substring(0, end) + ELLIPSIS;
  }

  static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - columns(text)));
  }

  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - columns(text))) + text;
  }

  /**
   * How many columns a terminal gives the text: two for an East Asian wide character, none for a
   * mark or a joiner.
   */
  static int columns(String text) {
    return text.codePoints().map(Text::columns).sum();
  }

  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(c) ? 2 : 1;
  }

  /** The blocks that Unicode's EastAsianWidth.txt gives as wide, roughly: CJK, Hangul, emoji. */
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
