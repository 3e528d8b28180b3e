package dev.assay.findings.korean;

import java.text.Normalizer;
import java.util.Map;

/**
 * How the end of a text sounds when a Korean reads it aloud.
 *
 * <p>Quotes, closing brackets and punctuation are silent. So is what stands in brackets right after
 * a word, as in 과적합(overfitting) and build(spec): the word before it is what a particle follows.
 */
final class SpokenText {
  /** The text that matters, in characters: a word and what is in brackets after it. */
  private static final int LONGEST = 300;

  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>";

  /** Signs that are read, and how the word for them ends. */
  private static final Map<Character, FinalSound> SIGNS =
      Map.ofEntries(
          Map.entry('%', FinalSound.VOWEL), // 퍼센트
          Map.entry('°', FinalSound.VOWEL), // 도
          Map.entry('℃', FinalSound.VOWEL), // 도
          Map.entry('²', FinalSound.CONSONANT), // 제곱
          Map.entry('³', FinalSound.CONSONANT), // 세제곱
          Map.entry('+', FinalSound.VOWEL), // 플러스
          Map.entry('=', FinalSound.RIEUL), // 이퀄
          Map.entry('#', FinalSound.CONSONANT), // 샵
          Map.entry('&', FinalSound.VOWEL), // 앤드
          Map.entry('@', FinalSound.VOWEL), // 골뱅이
          Map.entry('$', FinalSound.VOWEL), // 달러
          Map.entry('μ', FinalSound.VOWEL), // 뮤
          Map.entry('∞', FinalSound.VOWEL)); // 무한대

  private SpokenText() {}

  /** The sound at the end of a text. */
  static FinalSound end(CharSequence text) {
    int from = Math.max(0, text.length() - LONGEST);
    String word = plain(text.subSequence(from, text.length()).toString());
    int end = endOfWord(word);
    if (end == 0) {
      return FinalSound.UNKNOWN;
    }
    char last = word.charAt(end - 1);
    if (FinalSound.isSyllable(last)) {
      return FinalSound.ofSyllable(last);
    } else if (SpokenNumber.isDigit(last)) {
      return SpokenNumber.end(word.substring(0, end));
    } else if (SpokenEnglish.isLetter(last)) {
      return SpokenEnglish.end(word.substring(0, end));
    }
    return SIGNS.getOrDefault(last, FinalSound.UNKNOWN);
  }

  /** Joins Hangul that a file system took apart, and takes the marks from é and ü. */
  private static String plain(String text) {
    String apart =
        Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036F]", "");
    return Normalizer.normalize(apart, Normalizer.Form.NFC);
  }

  /** The position after the last character that is read; 0 where none is. */
  private static int endOfWord(String text) {
    int end = text.length();
    while (end > 0 && isSilent(text.charAt(end - 1))) {
      int open = openingOf(text, end - 1);
      boolean afterWord = open > 0 && isRead(text.charAt(open - 1));
      end = afterWord ? open : end - 1;
    }
    return end;
  }

  private static boolean isRead(char c) {
    return Character.isLetterOrDigit(c) || SIGNS.containsKey(c);
  }

  private static boolean isSilent(char c) {
    return !isRead(c);
  }

  /** The position of the bracket that one at a position closes; -1 where it closes none. */
  private static int openingOf(String text, int close) {
    int kind = CLOSING.indexOf(text.charAt(close));
    int depth = 0;
    for (int i = close; kind >= 0 && i >= 0; i--) {
      char c = text.charAt(i);
      depth += c == CLOSING.charAt(kind) ? 1 : c == OPENING.charAt(kind) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
