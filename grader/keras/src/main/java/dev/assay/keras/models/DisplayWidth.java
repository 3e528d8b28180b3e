package dev.assay.keras.models;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** The number of columns that a text takes in a terminal. */
final class DisplayWidth {
  /** Scripts whose characters are as wide as two Latin letters. */
  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HANGUL,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private static final int FIRST_PICTURE = 0x1f300;
  private static final int LAST_PICTURE = 0x1faff;
  private static final int FIRST_FULL_WIDTH = 0xff01;
  private static final int LAST_FULL_WIDTH = 0xff60;
  private static final int FIRST_HALF_WIDTH = 0xff61;
  private static final int LAST_HALF_WIDTH = 0xffdc;

  /** Vowels and final consonants of decomposed Hangul, which join the letter before them. */
  private static final int FIRST_JOINING_HANGUL = 0x1160;

  private static final int LAST_JOINING_HANGUL = 0x11ff;

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || isBetween(point, FIRST_JOINING_HANGUL, LAST_JOINING_HANGUL)) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    return !isBetween(point, FIRST_HALF_WIDTH, LAST_HALF_WIDTH)
        && (WIDE.contains(UnicodeScript.of(point))
            || isBetween(point, FIRST_FULL_WIDTH, LAST_FULL_WIDTH)
            || isBetween(point, FIRST_PICTURE, LAST_PICTURE));
  }

  private static boolean isBetween(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
