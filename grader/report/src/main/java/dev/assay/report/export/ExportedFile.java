package dev.assay.report.export;

import dev.assay.report.checks.Components;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file that a writer made.
 *
 * @param name its path under the place of the export, with {@code /} between its parts
 * @param text its content, with a byte order mark where it has one
 * @param charset the encoding of its bytes
 */
public record ExportedFile(String name, String text, Charset charset) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the name is blank or leads out of the export's place
   */
  public ExportedFile {
    Components.text("name", name);
    Components.present("text", text);
    Components.present("charset", charset);
    if (name.matches("(.*/)?\\.{0,2}(/.*)?") || name.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "name must be a relative path without empty parts, . and .. Received: " + name);
    }
  }

  /** A file in UTF-8. */
  public static ExportedFile of(String name, String text) {
    return new ExportedFile(name, text, StandardCharsets.UTF_8);
  }

  /** Returns its bytes. */
  public byte[] bytes() {
    return text.getBytes(charset);
  }
}
