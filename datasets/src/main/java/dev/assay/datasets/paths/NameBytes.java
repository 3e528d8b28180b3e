package dev.assay.datasets.paths;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Bytes as text in UTF-8 and back without loss: a byte that is no UTF-8 is one of U+DC80 to U+DCFF,
 * halves of a pair that no valid text has alone.
 *
 * @see <a href="https://peps.python.org/pep-0383/">PEP 383</a>
 */
final class NameBytes {
  /** The half that stands for byte 0. */
  private static final int HALF = 0xDC00;

  private static final int FIRST = 0x80;
  private static final int LAST = 0xFF;

  private NameBytes() {}

  static String lossless(byte[] bytes) {
    return decode(bytes, wrong -> String.valueOf((char) (HALF + wrong)));
  }

  /**
   * Decodes bytes.
   *
   * @param wrong what stands for a byte, 128 to 255, that is no UTF-8
   */
  static String decode(byte[] bytes, IntFunction<String> wrong) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    StringBuilder text = new StringBuilder();
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      text.append(out.flip());
      out.clear();
      if (!result.isError()) {
        return text.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        text.append(wrong.apply(in.get() & LAST));
      }
    }
  }

  /** Takes back {@link #lossless}; other halves of a pair become question marks. */
  static byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (isWrong(c)) {
                bytes.write(c - HALF);
              } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  private static boolean isWrong(int c) {
    return c >= HALF + FIRST && c <= HALF + LAST;
  }
}
