package dev.assay.report.export;

import dev.assay.report.checks.Components;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file that was downloaded from another tool, to be filled in.
 *
 * <p>Encoding the text gives the bytes of the file again, each of them: an encoding is only taken
 * where that holds.
 *
 * @param name its name, for messages
 * @param text its content, with the byte order mark where it has one
 * @param charset the encoding of its bytes
 */
public record DownloadedFile(String name, String text, Charset charset) {
  private static final char MARK = '\uFEFF';

  /**
   * Encodings in the order in which they are tried. In the last, any bytes are some text; those
   * before it are what Excel writes in Korea and in Europe.
   */
  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("x-windows-949"),
          Charset.forName("windows-1252"),
          StandardCharsets.ISO_8859_1);

  public DownloadedFile {
    Components.text("name", name);
    Components.present("text", text);
    Components.present("charset", charset);
  }

  /** Decodes the bytes of a file. */
  public static DownloadedFile decode(String name, byte[] bytes) {
    for (Charset charset : candidates(bytes)) {
      Optional<String> text = decoded(bytes, charset);
      if (text.isPresent()) {
        return new DownloadedFile(name, text.get(), charset);
      }
    }
    throw new IllegalStateException("ISO-8859-1 decodes everything");
  }

  /** Returns the text without the byte order mark. */
  public String body() {
    return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
  }

  /** Returns the byte order mark, or nothing where there is none. */
  public String mark() {
    return text.substring(0, text.length() - body().length());
  }

  private static List<Charset> candidates(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return List.of(StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return List.of(StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);
    }
    return ENCODINGS;
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Arrays.equals(text.getBytes(charset), bytes) ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
