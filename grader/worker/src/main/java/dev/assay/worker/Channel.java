package dev.assay.worker;

import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Messages to the grader. */
final class Channel {
  private final OutputStream out;

  private Channel(OutputStream out) {
    this.out = out;
  }

  /**
   * Takes standard output for messages; what else is printed there goes to standard error from now
   * on.
   */
  static Channel takeStandardOutput() {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    return new Channel(out);
  }

  /** Sends a message at once, as one line. */
  synchronized void send(Message message) {
    try {
      out.write((Json.write(message) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the grader does not listen any more", e);
    }
  }
}
