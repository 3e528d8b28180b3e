package dev.assay.run.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps what a process prints in a file, bounded, and its end in memory. */
final class OutputLog {
  static final long MAX_BYTES = 8 << 20;

  private static final int KEPT_BYTES = 256 << 10;
  private static final int TAIL_BYTES = 4096;
  private static final String CUT =
      "\n... cut: only the first %d KiB are kept.\n".formatted(KEPT_BYTES >> 10);

  private final InputStream in;
  private final OutputStream file;
  private volatile long total;
  private volatile String tail = "";

  OutputLog(InputStream in, Path path) throws IOException {
    this.in = in;
    this.file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Reads to the end; what is over the bound is counted and dropped. */
  void drain() {
    byte[] chunk = new byte[8192];
    StringBuilder last = new StringBuilder();
    long sum = 0;
    try {
      int read;
      while ((read = in.read(chunk)) > 0) {
        keep(chunk, read, sum);
        last.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
        last.delete(0, Math.max(0, last.length() - TAIL_BYTES));
        tail = last.toString();
        sum += read;
        total = sum;
      }
    } catch (IOException e) {
      tail = last + "\n(its output could not be read on: " + e.getMessage() + ")";
    }
  }

  private void keep(byte[] chunk, int length, long before) throws IOException {
    if (before < KEPT_BYTES) {
      int kept = (int) Math.min(length, KEPT_BYTES - before);
      file.write(chunk, 0, kept);
      if (kept < length) {
        file.write(CUT.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  boolean isFull() {
    return total > MAX_BYTES;
  }

  /** How many bytes were printed so far. */
  long total() {
    return total;
  }

  /** The end of what was printed. */
  String tail() {
    return tail;
  }

  void close() {
    try {
      file.close();
    } catch (IOException e) {
      tail = tail + "\n(its log could not be closed: " + e.getMessage() + ")";
    }
  }
}
