package dev.assay.run.processes;

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

  /** It ran out of memory. */
  record OutOfMemory() implements Outcome {}

  /**
   * It ended without an answer, or said something that is no message.
   *
   * @param reason for people
   * @param output the end of what it printed
   */
  record Died(String reason, String output) implements Outcome {}
}
