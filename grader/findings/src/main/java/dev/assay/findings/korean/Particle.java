package dev.assay.findings.korean;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Korean particles and endings whose form depends on the sound before them. */
public enum Particle {
  TOPIC("은", "는", "은(는)"),
  SUBJECT("이", "가", "이(가)"),
  OBJECT("을", "를", "을(를)"),
  WITH("과", "와", "과(와)"),
  /** By, to, as: the short form stands after ㄹ too, as in 모델로. */
  BY("으로", "로", "(으)로"),
  OR("이나", "나", "(이)나"),
  CALLED("이라는", "라는", "(이)라는"),
  QUOTED("이라고", "라고", "(이)라고"),
  AND_IS("이고", "고", "(이)고"),
  WHICH_IS("이며", "며", "(이)며"),
  IF_IS("이면", "면", "(이)면"),
  MUST_BE("이어야", "여야", "이어야(여야)"),
  IS("이다", "다", "(이)다"),
  BECAUSE_IS("이라", "라", "(이)라");

  private static final Map<String, Particle> BY_FORMS =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(p -> p.afterConsonant + "/" + p.afterVowel, p -> p));

  private final String afterConsonant;
  private final String afterVowel;
  private final String either;

  Particle(String afterConsonant, String afterVowel, String either) {
    this.afterConsonant = afterConsonant;
    this.afterVowel = afterVowel;
    this.either = either;
  }

  /**
   * The particle of two forms, the one after a consonant first: 은 and 는.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Particle of(String afterConsonant, String afterVowel) {
    String forms = afterConsonant + "/" + afterVowel;
    Particle particle = BY_FORMS.get(forms);
    if (particle == null) {
      throw new IllegalArgumentException("There is no particle " + forms + ".");
    }
    return particle;
  }

  /** The form that follows a text; both forms, as 은(는), where nobody can tell. */
  public String after(CharSequence text) {
    return switch (SpokenText.end(text)) {
      case VOWEL -> afterVowel;
      case RIEUL -> this == BY ? afterVowel : afterConsonant;
      case CONSONANT -> afterConsonant;
      case UNKNOWN -> either;
    };
  }
}
