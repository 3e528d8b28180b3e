package dev.assay.run.submissions.tree;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens files that may turn into something else between being listed and being opened: a pipe,
 * which blocks whoever opens it, or a device that never ends.
 */
final class SafeFile {
  /** The time that opening a file may take. A pipe that nobody writes to would take forever. */
  private static final int SECONDS = 3;

  private static final ExecutorService OPENERS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "opener");
            thread.setDaemon(true);
            return thread;
          });

  private SafeFile() {}

  /**
   * Opens a file.
   *
   * @param opener opens it without following a link
   * @throws Refused when it is no file, or does not open
   */
  static SeekableByteChannel open(String name, Callable<SeekableByteChannel> opener)
      throws IOException, Refused {
    Future<SeekableByteChannel> opening = OPENERS.submit(() -> checked(opener.call()));
    try {
      return opening.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Refused(Sentence.of(NoteCode.FILE_NOT_OPENING, "file", name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SentenceException(Sentence.of(NoteCode.OPENING_INTERRUPTED, "file", name), e);
    } catch (ExecutionException e) {
      String reason = reason(e.getCause() == null ? e : e.getCause());
      throw new Refused(Sentence.of(NoteCode.FILE_NOT_OPENED, "file", name, "reason", reason));
    }
  }

  private static String reason(Throwable cause) {
    return cause.getClass().getSimpleName().replaceAll("Exception$", "");
  }

  /** Fails for anything but a file: a pipe has no position. */
  private static SeekableByteChannel checked(SeekableByteChannel channel) throws IOException {
    try {
      channel.position(0);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Reads an open file once.
   *
   * @throws Refused when it has more than {@code most} bytes, or more than its size says
   */
  static byte[] read(String name, SeekableByteChannel channel, int most)
      throws IOException, Refused {
    long size = channel.size();
    if (size > most) {
      throw new Refused(Sentence.of(NoteCode.FILE_TOO_LARGE, "file", name, "limit", most));
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) size + 1);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return Arrays.copyOf(buffer.array(), buffer.position());
      }
    }
    throw new Refused(Sentence.of(NoteCode.FILE_GREW, "file", name));
  }
}
