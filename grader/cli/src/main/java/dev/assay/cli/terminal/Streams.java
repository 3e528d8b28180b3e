package dev.assay.cli.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The standard output and error streams, or replacements for them.
 *
 * @param out for results
 * @param err for messages
 */
public record Streams(PrintStream out, PrintStream err) {
  /** Returns both streams in UTF-8, whatever the platform's default. */
  public static Streams utf8(PrintStream out, PrintStream err) {
    return new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  public PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  public PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
