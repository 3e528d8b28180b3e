package dev.assay.datasets.paths;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Guesses which character set a name's bytes are in: UTF-8, else that of Korean Windows (CP949),
 * else Latin-1.
 *
 * <p>CP949 has the letters of EUC-KR and more, whose second byte may be a Latin letter's. Those are
 * taken only where Latin-1 would have control characters instead.
 */
final class NameGuess {
  private NameGuess() {}

  static String of(byte[] bytes) {
    Optional<String> utf8 = decode(bytes, StandardCharsets.UTF_8.name());
    if (utf8.isPresent()) {
      return utf8.get();
    }
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean notLatin = latin.codePoints().anyMatch(c -> c >= 0x80 && c < 0xA0);
    return decode(bytes, notLatin ? "x-windows-949" : "EUC-KR").orElse(latin);
  }

  /** The text, if the bytes are one in that character set and this Java has it. */
  private static Optional<String> decode(byte[] bytes, String charset) {
    if (!Charset.isSupported(charset)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
