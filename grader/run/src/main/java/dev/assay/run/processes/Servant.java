package dev.assay.run.processes;

import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process that does one job of ours after the other, until it has done enough of them. */
final class Servant implements AutoCloseable {
  private final Worker worker;
  private final Exchange exchange;
  private final ServantWear wear;
  private boolean closed;

  /**
   * A servant that has done nothing yet.
   *
   * @param wear how much it may do
   */
  Servant(Worker worker, Exchange exchange, ServantWear wear) {
    this.worker = worker;
    this.exchange = exchange;
    this.wear = wear;
  }

  /**
   * Tells whether it did nothing yet: what it says of its first job is as good as any process's.
   */
  boolean isNew() {
    return wear.isNew();
  }

  /** Tells whether it is up and has the time for a job left. */
  boolean hasTimeFor(int limitSeconds) {
    return worker.isAlive() && wear.hasTimeFor(limitSeconds);
  }

  /**
   * Does a job. One that did not end with what was asked for was its last.
   *
   * @throws IOException when the job's files cannot be put or taken
   * @throws InterruptedException when the grader is ending
   */
  Outcome run(Job job, int limitSeconds, Path log, Consumer<Message> listener)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Job inside = exchange.put(job, (Job.Serve) worker.job());
    Outcome outcome = worker.run(inside, limitSeconds, log, listener);
    wear.did(System.nanoTime() - start);
    if (!isPlain(outcome)) {
      // What it writes from now on would be in what is taken.
      end();
    }
    exchange.take();
    return outcome;
  }

  /** Tells whether a process did what it was asked for, and nothing else happened to it. */
  static boolean isPlain(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered
        && !(answered.message() instanceof Message.Failed);
  }

  /** Tells whether it may do another job; looks at its memory. */
  boolean isFit() {
    return !closed && worker.isAlive() && wear.allowsAnother(worker::usedBytes);
  }

  /** Prepares for a wait: the last job's log is complete. */
  void rest() throws IOException {
    worker.logTo(exchange.idleLog());
  }

  /** Its process with all that it has started. */
  Stream<ProcessHandle> all() {
    return worker.all();
  }

  private void end() throws IOException {
    if (!closed) {
      closed = true;
      worker.close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      end();
    } finally {
      exchange.close();
    }
  }
}
