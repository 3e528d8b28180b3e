package dev.assay.run.submissions.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the encoding of text that does not say it: UTF-8 where it is valid, Korean where most
 * pairs of bytes are common syllables, Western European where all other characters are letters.
 */
public final class CharsetGuess {
  /** Korean, as Windows writes it. */
  public static final Charset KOREAN = Charset.forName("x-windows-949");

  /** Western European, as Windows writes it; contains ISO 8859-1. */
  public static final Charset WESTERN = Charset.forName("windows-1252");

  /** The encoding of names in zip files without a flag, according to PKWARE's specification. */
  static final Charset ZIP_DEFAULT = Charset.forName("IBM437");

  private static final Pattern FOREIGN = Pattern.compile("[\u00c0-\u00ff]{3}");
  private static final String PUNCTUATION = "–—‘’“”„…€§°²³µ·ºª¡¿«»©®×÷±´£¥½¼¾\u00a0";

  private CharsetGuess() {}

  /** The encoding of the names of one archive or folder. */
  public static Charset ofNames(List<byte[]> names) {
    if (names.stream().allMatch(name -> strict(name, StandardCharsets.UTF_8) != null)) {
      return StandardCharsets.UTF_8;
    }
    if (names.stream().allMatch(CharsetGuess::isKorean)) {
      return KOREAN;
    }
    return names.stream().anyMatch(name -> !isLetters(name, ZIP_DEFAULT, ""))
            && names.stream().allMatch(name -> isLetters(name, WESTERN, PUNCTUATION))
        ? WESTERN
        : ZIP_DEFAULT;
  }

  /** The text in an encoding; null where the bytes are not valid in it. */
  public static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      // Not this encoding: the caller tries the next.
      return null;
    }
  }

  /**
   * Whether most pairs of bytes are syllables of KS X 1001. Rare ones alone are no sign: a letter
   * with an umlaut and the one after it make one too.
   */
  static boolean isKorean(byte[] bytes) {
    int common = 0;
    int pairs = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0 && i + 1 < bytes.length) {
        int lead = bytes[i] & 0xff;
        common += lead >= 0xb0 && lead <= 0xc8 && (bytes[i + 1] & 0xff) >= 0xa1 ? 1 : 0;
        pairs++;
        i++;
      }
    }
    return 2 * common >= pairs && (pairs == 0 || common > 0) && strict(bytes, KOREAN) != null;
  }

  /**
   * Whether all that is not ASCII is a Latin letter or usual punctuation in Western European. Words
   * of such letters alone are of another script.
   */
  static boolean isWestern(byte[] bytes) {
    String text = new String(bytes, WESTERN);
    return isLetters(bytes, WESTERN, PUNCTUATION) && !FOREIGN.matcher(text).find();
  }

  private static boolean isLetters(byte[] bytes, Charset charset, String others) {
    String text = strict(bytes, charset);
    return text != null
        && text.chars()
            .filter(c -> c > 0x7e)
            .allMatch(c -> (Character.isLetter(c) && c < 0x250) || others.indexOf(c) >= 0);
  }
}
