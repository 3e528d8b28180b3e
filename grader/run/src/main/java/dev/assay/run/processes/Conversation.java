package dev.assay.run.processes;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.processes.Outcome.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
  /** The time that a Java process may take to start on a busy machine. */
  static final int START_SECONDS = 120;

  private static final int POLL_MILLIS = 50;

  /** The time that a process may take to exit after its last message. */
  private static final int EXIT_SECONDS = 5;

  /** The time to wait for the end of the output: a grandchild may hold the pipe open. */
  private static final int DRAIN_MILLIS = 2000;

  private final Process process;
  private final BlockingQueue<ChildEvent> events = new LinkedBlockingQueue<>(10_000);
  private final OutputLog log;
  private final Thread output;
  private final Thread messages;
  private Message.@Nullable Ready ready;

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

  /** The log that the process's output goes to from now on. */
  void logTo(Path path) throws IOException {
    log.turnTo(path);
  }

  /** Gives the process a job that it says nothing of. */
  void tell(Job job) {
    send(line(job));
  }

  private static byte[] line(Job job) {
    return (Json.write(job) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Gives the process a job, the first one when it is up, and waits for the outcome; the process
   * may still be running then.
   *
   * @param required the least isolation; with less the process is not given the job
   * @param allowance what it may use from the moment that it begins the job
   * @param listener hears the messages before the last one; first, for each job, that it is up
   */
  Outcome ask(Job job, Isolation.Level required, Allowance allowance, Consumer<Message> listener)
      throws InterruptedException {
    // While the process comes up.
    byte[] line = line(job);
    Outcome beginning = awaitStart(line, required, listener);
    if (beginning != null) {
      return beginning;
    }
    long deadline = after(allowance.seconds());
    while (true) {
      ChildEvent event = events.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      Message message = event == null ? null : event.message();
      if (message != null && isAnswer(message)) {
        return answered(message, allowance);
      } else if (message != null) {
        hear(message, listener);
      } else if (event != null) {
        return ended(event, allowance);
      }
      Outcome excess =
          log.isFull()
              ? new Outcome.UsedTooMuch(Resource.OUTPUT, log.total(), OutputLog.MAX_BYTES)
              : allowance.excess(process);
      if (excess != null) {
        return excess;
      }
      if (System.nanoTime() > deadline) {
        return new Outcome.TimedOut(allowance.seconds());
      }
    }
  }

  /**
   * Measures the surroundings of a process once, before it runs anything that could lie about them.
   */
  private static void hear(Message message, Consumer<Message> listener) {
    if (!(message instanceof Message.Ready)) {
      listener.accept(message);
    }
  }

  /** Reads up to the message that the job has begun; null when it has. */
  private @Nullable Outcome awaitStart(
      byte[] job, Isolation.Level required, Consumer<Message> listener)
      throws InterruptedException {
    long deadline = after(START_SECONDS);
    if (ready != null) {
      listener.accept(ready);
      send(job);
    }
    while (true) {
      ChildEvent event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      Message message = event == null ? null : event.message();
      if (event == null) {
        return new Outcome.NeverStarted(Sentence.of(FaultCode.CAME_NOT_UP, "limit", START_SECONDS));
      } else if (message instanceof Message.Ready now && ready == null) {
        ready = now;
        Isolation isolation = Isolation.measured(now.surroundings());
        if (isolation.level().compareTo(required) < 0) {
          return new Outcome.TooOpen(isolation);
        }
        listener.accept(message);
        send(job);
      } else if (message instanceof Message.Started) {
        return null;
      } else if (message instanceof Message.Failed failed) {
        return new Outcome.NeverStarted(failed.sentence());
      } else if (message != null) {
        return new Outcome.NeverStarted(
            Sentence.of(FaultCode.SPOKE_TOO_EARLY, "message", message.toString()));
      } else {
        return new Outcome.NeverStarted(whyItDied(event.end()));
      }
    }
  }

  private Sentence whyItDied(Sentence reason) throws InterruptedException {
    return Sentence.of(FaultCode.DIED, "reason", end(reason), "output", log.tail());
  }

  /** Standard input stays open: the child ends when it closes. */
  private void send(byte[] job) {
    OutputStream in = process.getOutputStream();
    try {
      in.write(job);
      in.flush();
    } catch (IOException e) {
      // The process is dead already; its end will say how.
      Worker.kill(process);
    }
  }

  private static long after(int seconds) {
    return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
  }

  private static boolean isAnswer(Message message) {
    return message instanceof Message.Compiled
        || message instanceof Message.Built
        || message instanceof Message.Trained
        || message instanceof Message.Miscounted
        || message instanceof Message.Predicted
        || message instanceof Message.Measured
        || message instanceof Message.Probed
        || message instanceof Message.Exported
        || message instanceof Message.Failed;
  }

  private static Outcome answered(Message message, Allowance allowance) {
    return message instanceof Message.Failed failed && failed.cause() == Message.Cause.MEMORY
        ? ResourceExhaustion.ofMemory(failed.text(), allowance.limits())
        : new Outcome.Answered(message);
  }

  private Outcome ended(ChildEvent event, Allowance allowance) throws InterruptedException {
    Outcome wrong = event.outcome();
    if (wrong != null && !isOfCrash(wrong)) {
      return wrong;
    }
    Sentence end = end(event.end());
    Outcome exhausted =
        process.isAlive()
            ? null
            : ResourceExhaustion.of(process.exitValue(), log.tail(), allowance.limits());
    return exhausted == null ? new Outcome.Died(end, log.tail()) : exhausted;
  }

  /** A virtual machine that crashes says so where messages go, in lines that begin like this. */
  private boolean isOfCrash(Outcome outcome) throws InterruptedException {
    return outcome instanceof Outcome.Garbled garbled
        && garbled.line().startsWith("#")
        && process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits until all that it printed is there. */
  private Sentence end(Sentence reason) throws InterruptedException {
    boolean exited = process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
    Worker.kill(process);
    output.join(DRAIN_MILLIS);
    return exited
        ? Sentence.of(FaultCode.EXITED, "reason", reason, "code", process.exitValue())
        : reason;
  }

  private void listen() {
    try {
      events.put(listenToTheEnd());
    } catch (InterruptedException e) {
      // The conversation was closed: nobody waits for the event.
    }
  }

  private ChildEvent listenToTheEnd() throws InterruptedException {
    try {
      return readMessages(process.getInputStream());
    } catch (IOException e) {
      return ChildEvent.end(
          Sentence.of(FaultCode.MESSAGES_NOT_READ, "reason", SentenceException.of(e)));
    }
  }

  private ChildEvent readMessages(InputStream in) throws IOException, InterruptedException {
    byte[] line = new byte[8192];
    int length = 0;
    byte[] chunk = new byte[8192];
    int read;
    while ((read = in.read(chunk)) > 0) {
      for (int i = 0; i < read; i++) {
        if (chunk[i] == '\n') {
          ChildEvent event = ChildEvent.read(new String(line, 0, length, StandardCharsets.UTF_8));
          if (event.message() == null) {
            return event;
          }
          events.put(event);
          length = 0;
        } else {
          if (length == Json.MAX_BYTES) {
            return ChildEvent.wrong(
                new Outcome.UsedTooMuch(Resource.MESSAGE, length + 1, Json.MAX_BYTES));
          }
          line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
          line[length++] = chunk[i];
        }
      }
    }
    return ChildEvent.end(ChildEvent.NO_ANSWER);
  }

  /** Ends the process, but keeps all that it printed before. */
  @Override
  public void close() {
    Worker.kill(process);
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
