package dev.assay.cli.programs;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Passes on a program's standard error without the lines that TensorFlow logs before it reads
 * {@code TF_CPP_MIN_LOG_LEVEL}: a warning about the log itself, and notes, which look like errors
 * but are harmless.
 */
final class LogFilter extends FilterOutputStream {
  private static final List<String> LEFT_OUT =
      List.of("WARNING: All log messages before absl::InitializeLog()", "I0000 00:00:");

  /** The beginning of a line while it may still be one to omit. */
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  private boolean passes;
  private boolean drops;

  LogFilter(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    if (passes) {
      out.write(b);
    } else if (!drops) {
      held.write(b);
      decide();
    }
    if (b == '\n') {
      passes = false;
      drops = false;
    }
  }

  private void decide() throws IOException {
    String begun = held.toString(StandardCharsets.ISO_8859_1);
    drops = LEFT_OUT.contains(begun);
    if (drops) {
      held.reset();
    } else if (LEFT_OUT.stream().noneMatch(line -> line.startsWith(begun))) {
      passHeld();
      passes = true;
    }
  }

  private void passHeld() throws IOException {
    held.writeTo(out);
    held.reset();
  }

  /** Copies a stream to its end and shows each part as soon as it arrives. */
  void copy(InputStream in) throws IOException {
    byte[] chunk = new byte[8192];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      write(chunk, 0, n);
      flush();
    }
    passHeld();
    flush();
  }
}
