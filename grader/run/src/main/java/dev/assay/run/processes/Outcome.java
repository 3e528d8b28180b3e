package dev.assay.run.processes;

import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.ResourceLimits;
import dev.assay.worker.protocol.Message;

/** How a child process ended. */
public sealed interface Outcome {
  /** It said how its job went. */
  record Answered(Message message) implements Outcome {}

  /**
   * It failed before its job began, so before any code of a candidate was run.
   *
   * @param reason for people
   */
  record NeverStarted(String reason) implements Outcome {}

  /** It was ended because it took longer than it may. */
  record TimedOut(int limitSeconds) implements Outcome {}

  /** It was ended because it printed more than it may. */
  record PrintedTooMuch(long limitBytes) implements Outcome {}

  /** It ran out of its own memory: of Java objects or as the system limits it. */
  record OutOfMemory(ResourceLimits limits) implements Outcome {}

  /** It was ended because it and its descendants used more than they may. */
  record UsedTooMuch(Resource resource, long reached, long allowed) implements Outcome {}

  /** It was ended before it had its job, because it is not kept apart as well as is required. */
  record TooOpen(Isolation isolation) implements Outcome {}

  /** What is added up over a process and its descendants. */
  enum Resource {
    /** Bytes of private memory. */
    MEMORY,
    /** Processes and threads. */
    THREADS
  }

  /**
   * It ended without an answer, or said something that is no message.
   *
   * @param reason for people
   * @param output the end of what it printed
   */
  record Died(String reason, String output) implements Outcome {}
}
