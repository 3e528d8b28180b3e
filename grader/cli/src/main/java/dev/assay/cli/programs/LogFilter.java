package dev.assay.cli.programs;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Passes a program's standard error on without what TensorFlow logs before it reads {@code
 * TF_CPP_MIN_LOG_LEVEL}: a warning about the log itself, and notes. Both look like faults and are
 * none.
 */
final class LogFilter extends FilterOutputStream {
  private static final List<String> LEFT_OUT =
      List.of("WARNING: All log messages before absl::InitializeLog()", "I0000 00:00:");

  /** The beginning of a line, as long as it can be one of those that are left out. */
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

  /** Copies all of a stream, and shows each part as soon as it came. */
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
