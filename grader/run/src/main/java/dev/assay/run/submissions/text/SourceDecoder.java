package dev.assay.run.submissions.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes source files that need not be UTF-8. */
public final class SourceDecoder {
  private SourceDecoder() {}

  /**
   * A decoded source.
   *
   * @param text without a byte-order mark
   * @param guess the encoding, where it is not UTF-8; else null
   */
  public record Decoded(String text, @Nullable Charset guess) {}

  /** Decodes a source; null where its encoding cannot be told. */
  public static @Nullable Decoded decode(byte[] bytes) {
    Charset wide = wide(bytes);
    if (wide != null) {
      return plain(CharsetGuess.strict(bytes, wide), wide);
    }
    String text = CharsetGuess.strict(bytes, StandardCharsets.UTF_8);
    if (text != null) {
      return new Decoded(withoutMark(text), null);
    }
    if (CharsetGuess.isKorean(bytes)) {
      return plain(CharsetGuess.strict(bytes, CharsetGuess.KOREAN), CharsetGuess.KOREAN);
    }
    return CharsetGuess.isWestern(bytes)
        ? plain(CharsetGuess.strict(bytes, CharsetGuess.WESTERN), CharsetGuess.WESTERN)
        : null;
  }

  private static @Nullable Decoded plain(@Nullable String text, Charset charset) {
    return text == null || text.indexOf('\0') >= 0 ? null : new Decoded(withoutMark(text), charset);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** UTF-16 by its mark, or because every other byte of mostly ASCII text is zero. */
  private static @Nullable Charset wide(byte[] bytes) {
    if (bytes.length < 2 || bytes.length % 2 != 0) {
      return null;
    }
    int mark = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    if (mark == 0xfeff || (mark != 0xfffe && zeros(bytes, 0) * 5 > bytes.length)) {
      return StandardCharsets.UTF_16BE;
    }
    return mark == 0xfffe || zeros(bytes, 1) * 5 > bytes.length ? StandardCharsets.UTF_16LE : null;
  }

  private static int zeros(byte[] bytes, int start) {
    int zeros = 0;
    for (int i = start; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }
}
