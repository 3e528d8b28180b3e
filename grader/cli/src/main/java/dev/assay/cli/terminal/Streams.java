package dev.assay.cli.terminal;

import dev.assay.findings.Catalogue;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The standard output and error streams, or replacements for them, and the language for both.
 *
 * @param out for results
 * @param err for messages
 * @param language of what is said
 */
public record Streams(PrintStream out, PrintStream err, Language language) {
  /** Returns both streams in UTF-8, whatever the platform's default, and English. */
  public static Streams utf8(PrintStream out, PrintStream err) {
    return new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Language.EN);
  }

  /** Returns the same streams for another language. */
  public Streams in(Language other) {
    return new Streams(out, err, other);
  }

  /** Returns what is said, in the language. */
  public Catalogue texts() {
    return language.texts();
  }

  public PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  public PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
