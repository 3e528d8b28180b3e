package dev.assay.run.processes;

import dev.assay.worker.WorkerMain;
import dev.assay.worker.protocol.Json;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears a child process until it has answered, ended, or used up its time. */
final class Conversation implements AutoCloseable {
  /** How long a Java process may take to come up, on a machine that is busy with other things. */
  private static final int START_SECONDS = 120;

  /** How long to wait for the end of what was printed: a grandchild may hold the pipe open. */
  private static final int DRAIN_MILLIS = 2000;

  private final Process process;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(10_000);
  private final OutputLog log;
  private final Thread output;
  private final Thread messages;

  /** A message, or the end with its reason. */
  private record Event(@Nullable Message message, String end) {}

  Conversation(Process process, Path log) throws IOException {
    this.process = process;
    this.log = new OutputLog(process.getErrorStream(), log);
    output = daemon("worker-output", this.log::drain);
    messages = daemon("worker-messages", this::listen);
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The outcome; the process may still be running. */
  Outcome await(int limitSeconds, Consumer<Message> listener) throws InterruptedException {
    Outcome beginning = awaitStart();
    if (beginning != null) {
      return beginning;
    }
    long deadline = after(limitSeconds);
    while (true) {
      Event event = events.poll(Duration.ofMillis(50).toNanos(), TimeUnit.NANOSECONDS);
      if (log.isFull()) {
        return new Outcome.PrintedTooMuch(OutputLog.MAX_BYTES);
      }
      Message message = event == null ? null : event.message();
      if (message != null && isAnswer(message)) {
        return new Outcome.Answered(message);
      } else if (message != null) {
        listener.accept(message);
      } else if (event != null) {
        return ended(event.end());
      }
      if (System.nanoTime() > deadline) {
        return new Outcome.TimedOut(limitSeconds);
      }
    }
  }

  /** What comes before the first message that the job began; null when it did. */
  private @Nullable Outcome awaitStart() throws InterruptedException {
    Event event = events.poll(START_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      return new Outcome.NeverStarted("it did not come up in %d s".formatted(START_SECONDS));
    } else if (event.message() instanceof Message.Started) {
      return null;
    } else if (event.message() instanceof Message.Failed failed) {
      return new Outcome.NeverStarted(failed.text());
    } else if (event.message() != null) {
      return new Outcome.NeverStarted("it said %s too early".formatted(event.message()));
    }
    return ended(event.end()) instanceof Outcome.Died died
        ? new Outcome.NeverStarted(died.reason() + "\n" + died.output())
        : new Outcome.NeverStarted("it ran out of memory");
  }

  private static long after(int seconds) {
    return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
  }

  private static boolean isAnswer(Message message) {
    return message instanceof Message.Compiled
        || message instanceof Message.Built
        || message instanceof Message.Trained
        || message instanceof Message.Predicted
        || message instanceof Message.Exported
        || message instanceof Message.Failed;
  }

  private Outcome ended(String reason) throws InterruptedException {
    boolean exited = process.waitFor(5, TimeUnit.SECONDS);
    Workers.kill(process);
    output.join(DRAIN_MILLIS);
    if (exited
        && process.exitValue() == WorkerMain.OUT_OF_MEMORY
        && log.tail().contains("OutOfMemory")) {
      return new Outcome.OutOfMemory();
    }
    String code = exited ? " (exit code %d)".formatted(process.exitValue()) : "";
    return new Outcome.Died(reason + code, log.tail());
  }

  private void listen() {
    try {
      events.put(new Event(null, listenToTheEnd()));
    } catch (InterruptedException e) {
      // The conversation was closed: nobody waits for the event.
    }
  }

  private String listenToTheEnd() throws InterruptedException {
    try {
      return readMessages(process.getInputStream());
    } catch (IOException | IllegalArgumentException e) {
      return "it said something that is no message: " + e.getMessage();
    }
  }

  private String readMessages(InputStream in) throws IOException, InterruptedException {
    byte[] line = new byte[8192];
    int length = 0;
    byte[] chunk = new byte[8192];
    int read;
    while ((read = in.read(chunk)) > 0) {
      for (int i = 0; i < read; i++) {
        if (chunk[i] == '\n') {
          String text = new String(line, 0, length, StandardCharsets.UTF_8);
          events.put(new Event(Json.read(text, Message.class), ""));
          length = 0;
        } else {
          if (length == Json.MAX_BYTES) {
            return "it said a line of more than %d bytes".formatted(Json.MAX_BYTES);
          }
          line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
          line[length++] = chunk[i];
        }
      }
    }
    return "it ended without an answer";
  }

  /** Ends the process, but keeps all that it printed before. */
  @Override
  public void close() {
    Workers.kill(process);
    try {
      output.join(DRAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    messages.interrupt();
    log.close();
  }
}
