package dev.assay.findings.korean;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an English word, or a name in code, ends when a Korean reads it aloud.
 *
 * <p>Only the last part of a name is looked at: {@code Rate} of {@code learningRate}. Abbreviations
 * are read by letters. Words follow the rules for loanwords: after a short vowel, p, t, k and b
 * close the syllable (step 스텝, input 인풋, block 블록), elsewhere they take a vowel (shape 셰이프).
 * English spelling has exceptions; those that an answer is likely to show are listed.
 *
 * @see <a href="https://korean.go.kr/kornorms/regltn/regltnView.do?regltn_code=0003">Rules for
 *     loanwords, National Institute of Korean Language</a>
 */
final class SpokenEnglish {
  /** The last word of a name: {@code CNN}, {@code Rate} or {@code loss}. */
  private static final Pattern LAST_PART = Pattern.compile("(?:[A-Z]+|[A-Z]?[a-z]+)$");

  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+$");

  /** Words in capitals or mixed letters that no rule reads. */
  private static final Set<String> VOWELS =
      Set.of("relu", "selu", "gelu", "elu", "mib", "kib", "gib");

  private static final Set<String> CONSONANTS =
      Set.of(
          "zip", "nan", "type", "dtype", "group", "book", "look", "hook", "net", "spec", "prob",
          "kg");

  private static final Set<String> CLOSED_T =
      Set.of(
          "put", "out", "set", "get", "mat", "ket", "nit", "mit", "lit", "git", "rit", "let", "nut",
          "cut", "not", "hot");

  /** Words of one syllable that end in t and take a vowel all the same: 세트, 비트, 히트. */
  private static final Set<String> OPEN_T =
      Set.of("set", "bit", "hit", "dot", "exit", "audit", "digit");

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("ng|m|mb|me|n|ne|gn", FinalSound.CONSONANT), // 스케일링, 이름, 엔진
          new Ending("l|le", FinalSound.RIEUL), // 모델, 스케일
          new Ending("(?:^|[^aeiou])[aeiou][pb]", FinalSound.CONSONANT), // 스텝, 잡
          new Ending("(?:^|[^aeiou])[aeiou]ck|ook", FinalSound.CONSONANT), // 블록
          new Ending("[aeiou]c", FinalSound.CONSONANT)); // 메트릭

  /** Sounds of the letters' names that are no vowels: 엘, 엠, 엔, 알. */
  private static FinalSound ofLetter(char letter) {
    return switch (letter) {
      case 'l', 'r' -> FinalSound.RIEUL;
      case 'm', 'n' -> FinalSound.CONSONANT;
      default -> FinalSound.VOWEL;
    };
  }

  private record Ending(Pattern pattern, FinalSound sound) {
    Ending(String end, FinalSound sound) {
      this(Pattern.compile("(?:" + end + ")$"), sound);
    }
  }

  private SpokenEnglish() {}

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The sound at the end of a text that ends in a letter. */
  static FinalSound end(String text) {
    String letters = found(LETTERS, text).toLowerCase(Locale.ROOT);
    if (VOWELS.contains(letters)) {
      return FinalSound.VOWEL;
    } else if (CONSONANTS.contains(letters)) {
      return FinalSound.CONSONANT;
    }
    String part = found(LAST_PART, text);
    String word = part.toLowerCase(Locale.ROOT);
    return isAbbreviation(part) ? ofLetter(word.charAt(word.length() - 1)) : ofWord(word);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : text;
  }

  /** Up to three capitals, or no vowel to read it with: CNN, LSTM, csv, n. */
  private static boolean isAbbreviation(String part) {
    boolean capitals = part.equals(part.toUpperCase(Locale.ROOT));
    return part.length() == 1 || (capitals && part.length() <= 3) || part.matches("(?i)[^aeiouy]+");
  }

  private static FinalSound ofWord(String word) {
    if (VOWELS.contains(word)) {
      return FinalSound.VOWEL;
    } else if (CONSONANTS.contains(word) || word.endsWith("type") || closesWithT(word)) {
      return FinalSound.CONSONANT;
    }
    return ENDINGS.stream()
        .filter(ending -> ending.pattern().matcher(word).find())
        .findFirst()
        .map(Ending::sound)
        .orElse(FinalSound.VOWEL);
  }

  private static boolean closesWithT(String word) {
    return word.length() >= 3
        && !OPEN_T.contains(word)
        && CLOSED_T.contains(word.substring(word.length() - 3));
  }
}
