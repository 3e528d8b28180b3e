package dev.assay.report.json;

import dev.assay.commons.text.Printable;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes a JSON document line by line with escapes in place of harmful characters. Closing it
 * flushes what it writes to, and leaves that open.
 */
final class EscapedLines extends Writer {
  private final Writer out;

  /** What has been written of a line so far: no character may be cut in two. */
  private final StringBuilder line = new StringBuilder();

  EscapedLines(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    int from = offset;
    for (int i = offset; i < offset + length; i++) {
      if (chars[i] == '\n') {
        line.append(chars, from, i + 1 - from);
        from = i + 1;
        writeLine();
      }
    }
    line.append(chars, from, offset + length - from);
  }

  private void writeLine() throws IOException {
    out.write(Printable.escaped(line.toString()));
    line.setLength(0);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    writeLine();
    out.flush();
  }
}
