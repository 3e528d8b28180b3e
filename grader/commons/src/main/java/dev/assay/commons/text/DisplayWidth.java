package dev.assay.commons.text;

import java.util.BitSet;

/**
 * Measures, cuts and pads text in a terminal's columns.
 *
 * <p>East Asian wide and fullwidth characters take two columns, and so do emoji, also those that
 * only the variation selector U+FE0F makes emoji. Combining marks, joiners and the vowels and final
 * consonants of decomposed Hangul take none; all others take one, those of ambiguous width too. An
 * emoji of several joined ones counts as its parts, which is what a terminal shows that cannot join
 * them. Source: Unicode's EastAsianWidth.txt, version 14, with the gaps in the emoji blocks filled
 * for later ones.
 */
public final class DisplayWidth {
  private static final String ELLIPSIS = "…";
  private static final int EMOJI_PRESENTATION = 0xFE0F;

  private static final BitSet WIDE =
      ranges(
          "1100-115F 231A-231B 2329-232A 23E9-23EC 23F0-23F0 23F3-23F3 25FD-25FE 2614-2615 "
              + "2648-2653 267F-267F 2693-2693 26A1-26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE-26CE "
              + "26D4-26D4 26EA-26EA 26F2-26F3 26F5-26F5 26FA-26FA 26FD-26FD 2705-2705 270A-270B "
              + "2728-2728 274C-274C 274E-274E 2753-2755 2757-2757 2795-2797 27B0-27B0 27BF-27BF "
              + "2B1B-2B1C 2B50-2B50 2B55-2B55 2E80-303E 3041-3247 3250-4DBF 4E00-A4C6 A960-A97C "
              + "AC00-D7A3 F900-FAFF FE10-FE19 FE30-FE6B FF01-FF60 FFE0-FFE6 16FE0-16FE4 "
              + "16FF0-16FF1 17000-18D08 1AFF0-1B2FB 1F004-1F004 1F0CF-1F0CF 1F18E-1F18E "
              + "1F191-1F19A 1F200-1F265 1F300-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 "
              + "1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 1F3F4-1F3F4 1F3F8-1F43E 1F440-1F440 "
              + "1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A-1F57A 1F595-1F596 "
              + "1F5A4-1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC-1F6CC 1F6D0-1F6D2 1F6D5-1F6DF "
              + "1F6EB-1F6EC 1F6F4-1F6FF 1F7E0-1F7EB 1F7F0-1F7F0 1F90C-1F93A 1F93C-1F945 "
              + "1F947-1F9FF 1FA70-1FAFF 20000-3FFFD");

  private DisplayWidth() {}

  private static BitSet ranges(String hexadecimal) {
    BitSet set = new BitSet();
    for (String range : hexadecimal.split(" ", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(range.substring(0, dash), 16);
      set.set(first, Integer.parseInt(range.substring(dash + 1), 16) + 1);
    }
    return set;
  }

  /** The number of columns that a line of text takes. */
  public static int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      columns += at(text, i);
    }
    return columns;
  }

  /**
   * Cuts text that is too wide and marks its end with an ellipsis.
   *
   * @param columns positive
   * @return at most so many columns: one less where the cut meets a wide character
   */
  public static String cut(String text, int columns) {
    return of(text) <= columns ? text : start(text, columns - 1).stripTrailing() + ELLIPSIS;
  }

  /** The longest beginning of a text that takes no more than some columns, 0 or more. */
  public static String start(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      used += at(text, end);
      if (used > columns) {
        return text.substring(0, end);
      }
      end += Character.charCount(text.codePointAt(end));
    }
    return text;
  }

  /** Fills up with spaces at the end; wider text stays as it is. */
  public static String left(String text, int columns) {
    return text + padding(text, columns);
  }

  /** Fills up with spaces at the beginning; wider text stays as it is. */
  public static String right(String text, int columns) {
    return padding(text, columns) + text;
  }

  private static String padding(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text)));
  }

  /** The columns that the character at an index adds to the text before it. */
  private static int at(String text, int index) {
    int c = text.codePointAt(index);
    if (c == EMOJI_PRESENTATION) {
      return index > 0 && alone(text.codePointBefore(index)) == 1 ? 1 : 0;
    }
    return alone(c);
  }

  private static int alone(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || isInnerJamo(c)) {
      return 0;
    }
    return WIDE.get(c) ? 2 : 1;
  }

  /** Vowels and finals of Hangul as macOS writes it in file names, shown within their syllable. */
  private static boolean isInnerJamo(int c) {
    return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB);
  }
}
