package dev.assay.run.processes;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
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
      "\n" + Sentence.of(FaultCode.OUTPUT_CUT, "limit", KEPT_BYTES >> 10).text() + "\n";

  private final InputStream in;
  private Path path;
  private OutputStream file;
  private long total;
  private String tail = "";

  OutputLog(InputStream in, Path path) throws IOException {
    this.in = in;
    this.path = path;
    file = open(path);
  }

  private static OutputStream open(Path path) throws IOException {
    return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Keeps what comes from now on in another file, and counts it anew. */
  synchronized void turnTo(Path other) throws IOException {
    if (!other.equals(path)) {
      OutputStream next = open(other);
      file.close();
      file = next;
      path = other;
      total = 0;
      tail = "";
    }
  }

  /** Reads to the end; what is over the bound is counted and dropped. */
  void drain() {
    byte[] chunk = new byte[8192];
    try {
      int read;
      while ((read = in.read(chunk)) > 0) {
        keep(chunk, read);
      }
    } catch (IOException e) {
      add(FaultCode.OUTPUT_NOT_READ, e);
    }
  }

  private synchronized void keep(byte[] chunk, int length) throws IOException {
    if (total < KEPT_BYTES) {
      int kept = (int) Math.min(length, KEPT_BYTES - total);
      file.write(chunk, 0, kept);
      if (kept < length) {
        file.write(CUT.getBytes(StandardCharsets.UTF_8));
      }
    }
    add(new String(chunk, 0, length, StandardCharsets.UTF_8));
    total += length;
  }

  private void add(FaultCode code, IOException e) {
    add("\n" + Sentence.of(code, "reason", SentenceException.of(e)).text());
  }

  private synchronized void add(String text) {
    String all = tail + text;
    tail = all.substring(Math.max(0, all.length() - TAIL_BYTES));
  }

  synchronized boolean isFull() {
    return total > MAX_BYTES;
  }

  /** The number of bytes printed so far. */
  synchronized long total() {
    return total;
  }

  /** The end of what was printed. */
  synchronized String tail() {
    return tail;
  }

  synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      add(FaultCode.LOG_NOT_CLOSED, e);
    }
  }
}
