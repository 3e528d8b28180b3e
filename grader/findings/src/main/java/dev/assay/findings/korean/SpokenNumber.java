package dev.assay.findings.korean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a number ends when a Korean reads it aloud: 10 is 십, 1,000 is 천, 0.50 is 영점 오영. */
final class SpokenNumber {
  private static final Pattern AT_END = Pattern.compile("\\d[\\d,.]*$");

  /** 영 일 이 삼 사 오 육 칠 팔 구. */
  private static final String DIGITS = "영일이삼사오육칠팔구";

  /** What a whole number ends with, by its zeros: 십 백 천 만, and so on to 조 and 경. */
  private static final String POWERS = "십백천만만만만억억억억조조조조경경경경";

  private SpokenNumber() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The sound at the end of a text that ends in a digit. */
  static FinalSound end(String text) {
    Matcher matcher = AT_END.matcher(text);
    String number = matcher.find() ? matcher.group() : "0";
    String digits = number.replace(",", "");
    char last = digits.charAt(digits.length() - 1);
    int zeros = digits.length() - digits.replaceFirst("0+$", "").length();
    boolean whole = digits.indexOf('.') < 0 && zeros < digits.length();
    boolean round = whole && zeros > 0 && zeros <= POWERS.length();
    return FinalSound.ofSyllable(round ? POWERS.charAt(zeros - 1) : DIGITS.charAt(last - '0'));
  }
}
