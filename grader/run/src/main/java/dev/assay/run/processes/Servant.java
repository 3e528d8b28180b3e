package dev.assay.run.processes;

import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process that does one job of ours after the other, until it has done enough of them. */
final class Servant implements AutoCloseable {
  /** Jobs of one process; what each leaves behind unnoticed is then gone. */
  private static final int MOST_JOBS = 150;

  /** The time for all jobs of a process, whose limit on processor time is set at its start. */
  static final int LIFETIME_SECONDS = 3600;

  /** The part of the memory limit by which a process may have grown since its first job. */
  private static final int GROWTH = 8;

  private final Worker worker;
  private final Exchange exchange;
  private final Role role;
  private final int lifetimeSeconds;
  private int jobs;
  private long usedNanos;
  private long firstBytes;
  private boolean closed;

  Servant(Worker worker, Exchange exchange, Role role, int lifetimeSeconds) {
    this.worker = worker;
    this.exchange = exchange;
    this.role = role;
    this.lifetimeSeconds = lifetimeSeconds;
  }

  /**
   * Tells whether it did nothing yet: what it says of its first job is as good as any process's.
   */
  boolean isNew() {
    return jobs == 0;
  }

  /** Tells whether it is up and has the time for a job left. */
  boolean hasTimeFor(int limitSeconds) {
    long used = TimeUnit.NANOSECONDS.toSeconds(usedNanos) + jobs;
    return worker.isAlive() && used + limitSeconds <= lifetimeSeconds;
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
    jobs++;
    usedNanos += System.nanoTime() - start;
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
    if (closed || jobs >= MOST_JOBS || !worker.isAlive()) {
      return false;
    }
    long bytes = worker.usedBytes();
    firstBytes = firstBytes == 0 ? bytes : firstBytes;
    return bytes - firstBytes <= role.limits().memoryBytes() / GROWTH;
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
