package dev.assay.run.submissions.tree;

import dev.assay.run.submissions.text.CharsetGuess;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file or folder, whose bytes need not be UTF-8.
 *
 * @param text the name for people, decoded by the best guess
 * @param exact tells any two names apart: bytes that are not UTF-8 are written as {@code %XX}, and
 *     so is the percent sign
 * @param guess the encoding that was guessed; null where nothing had to be
 */
public record NodeName(String text, String exact, @Nullable Charset guess) {
  /** A name that is known. */
  public static NodeName of(String text) {
    return new NodeName(text, text.replace("%", "%25"), null);
  }

  /** The last name of a path, whatever encoding this system's Java believes in. */
  public static NodeName of(Path path) {
    Path last = path.getFileName();
    if (last == null) {
      return of("submission");
    }
    String uri = last.toUri().getRawPath();
    String plain = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    return of(bytes(plain.substring(plain.lastIndexOf('/') + 1)));
  }

  /** A name as a file system keeps it. */
  static NodeName of(byte[] bytes) {
    String text = CharsetGuess.strict(bytes, StandardCharsets.UTF_8);
    return text == null ? guessed(bytes, CharsetGuess.ofNames(List.of(bytes))) : of(text);
  }

  /** A name in an encoding that was guessed. */
  static NodeName guessed(byte[] bytes, Charset charset) {
    return new NodeName(new String(bytes, charset), escaped(bytes), charset);
  }

  private static String escaped(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(b < 0 || b == '%' ? String.format(Locale.ROOT, "%%%02X", b & 0xff) : (char) b);
    }
    return text.toString();
  }

  /** The bytes behind a part of a URI. */
  private static byte[] bytes(String encoded) {
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      boolean escape = encoded.charAt(i) == '%';
      bytes[length++] =
          (byte) (escape ? Integer.parseInt(encoded, i + 1, i + 3, 16) : encoded.charAt(i));
      i += escape ? 2 : 0;
    }
    return Arrays.copyOf(bytes, length);
  }
}
