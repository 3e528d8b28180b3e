package dev.assay.commons.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes untrusted text harmless wherever it is shown: on a terminal, in a page, in JSON.
 *
 * <p>Harmful is what could move the cursor, end the line, change the direction of writing, hide, or
 * be no character at all: controls (U+0000 to U+001F, U+007F to U+009F), the line and paragraph
 * separators U+2028 and U+2029, format characters (bidirectional and zero-width ones, the byte
 * order mark, tags), unpaired surrogates and noncharacters. Letters of all scripts, combining marks
 * and emoji are not. A joiner is kept where it joins: U+200D between two emoji, U+200C and U+200D
 * inside a word of a script that needs them.
 */
public final class Printable {
  private static final char REPLACEMENT = '?';
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_PRESENTATION = 0xFE0F;
  private static final int FIRST_EMOJI_PLANE = 0x1F000;
  private static final int LAST_EMOJI_PLANE = 0x1FAFF;
  private static final int NONCHARACTER = 0xFFFE;
  private static final int LAST_ASCII = 0x7E;

  /** Scripts in which a joiner changes how the letters beside it are written. */
  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.BENGALI,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.GUJARATI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.KANNADA,
          UnicodeScript.KHMER,
          UnicodeScript.MALAYALAM,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.ORIYA,
          UnicodeScript.SINHALA,
          UnicodeScript.SYRIAC,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU);

  private Printable() {}

  /**
   * The text with a question mark in place of each harmful character, line ends and tabs included.
   */
  public static String line(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      clean.appendCodePoint(isHarmless(text, i, c) ? c : REPLACEMENT);
    }
    return clean.toString();
  }

  /**
   * The beginning of a text on one line, as {@link #line(String)}.
   *
   * @param most characters (code points); where there are more, "..." stands for the rest
   */
  public static String line(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return line(text);
    }
    return line(text.substring(0, text.offsetByCodePoints(0, most))) + "...";
  }

  /**
   * A JSON document with an escape in place of each harmful character that stands in it as it is,
   * so that a reader gets the same strings. Line feeds between its values stay.
   */
  public static String escaped(String json) {
    StringBuilder clean = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i += Character.charCount(json.codePointAt(i))) {
      int c = json.codePointAt(i);
      if (c <= LAST_ASCII || isHarmless(json, i, c)) {
        clean.appendCodePoint(c);
      } else {
        String.valueOf(Character.toChars(c)).chars().forEach(unit -> clean.append(escape(unit)));
      }
    }
    return clean.toString();
  }

  private static String escape(int unit) {
    return String.format(Locale.ROOT, "\\u%04X", unit);
  }

  private static boolean isHarmless(String text, int at, int c) {
    if ((c & NONCHARACTER) == NONCHARACTER) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> joins(text, at, c);
      default -> true;
    };
  }

  private static boolean joins(String text, int at, int c) {
    boolean joiner = c == ZERO_WIDTH_JOINER;
    if (at == 0 || at + 1 == text.length() || !(joiner || c == ZERO_WIDTH_NON_JOINER)) {
      return false;
    }
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at + 1);
    return (joiner && isEmoji(before) && isEmoji(after))
        || (JOINING.contains(UnicodeScript.of(before))
            && JOINING.contains(UnicodeScript.of(after)));
  }

  /**
   * Returns whether the code point is an emoji, including those newer than this Java, which have no
   * type yet.
   */
  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL
        || c == EMOJI_PRESENTATION
        || (c >= FIRST_EMOJI_PLANE && c <= LAST_EMOJI_PLANE);
  }
}
