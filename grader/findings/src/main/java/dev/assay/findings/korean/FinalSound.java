package dev.assay.findings.korean;

/** How a word ends when a Korean reads it aloud; the forms of particles depend on it. */
enum FinalSound {
  /** It ends in a vowel, as 함수 and rate (레이트) do. */
  VOWEL,
  /** It ends in ㄹ, as 모델 and label (레이블) do. */
  RIEUL,
  /** It ends in another consonant, as 층 and input (인풋) do. */
  CONSONANT,
  /** Nobody can tell: it is in a script that is not read here, or there is no word. */
  UNKNOWN;

  private static final int SYLLABLES = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int FINALS = 28;
  private static final int RIEUL_FINAL = 8;

  /** Whether a character is a Hangul syllable, such as 층. */
  static boolean isSyllable(int character) {
    return character >= SYLLABLES && character <= LAST_SYLLABLE;
  }

  /** The final sound of a Hangul syllable. */
  static FinalSound ofSyllable(int syllable) {
    int last = (syllable - SYLLABLES) % FINALS;
    return last == 0 ? VOWEL : last == RIEUL_FINAL ? RIEUL : CONSONANT;
  }
}
