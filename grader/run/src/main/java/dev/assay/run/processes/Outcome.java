package dev.assay.run.processes;

import dev.assay.findings.Sentence;
import dev.assay.protocol.Message;
import dev.assay.run.isolation.Isolation;

/** The end of a child process. */
public sealed interface Outcome {
  /** It said how its job went. */
  record Answered(Message message) implements Outcome {}

  /**
   * It failed before its job began, so before any code of a candidate was run.
   *
   * @param reason for people, a clause
   */
  record NeverStarted(Sentence reason) implements Outcome {}

  /** It was ended because it took longer than it may. */
  record TimedOut(int limitSeconds) implements Outcome {}

  /**
   * It used all that it may, asked for more, and was refused.
   *
   * @param resource of what
   * @param allowed in the resource's unit
   * @param detail what it said of that, for people; may be empty
   */
  record Exhausted(Resource resource, long allowed, String detail) implements Outcome {}

  /** It was ended because it and its descendants used more than they may. */
  record UsedTooMuch(Resource resource, long reached, long allowed) implements Outcome {}

  /**
   * It was ended because the machine, or what holds the grader, had no memory left, though it had
   * not used all that it may.
   *
   * @param reached the most bytes that it used at a time
   * @param allowed how many it may use
   */
  record Starved(long reached, long allowed) implements Outcome {}

  /** It was ended before it had its job, because it is not kept apart as well as is required. */
  record TooOpen(Isolation isolation) implements Outcome {}

  /** A resource of which a process may use a bounded amount. */
  enum Resource {
    /** Bytes of Java objects. */
    HEAP,
    /** Bytes of private memory, of all descendants together. */
    MEMORY,
    /** Processes and threads, of all descendants together. */
    THREADS,
    /** Bytes that are printed. */
    OUTPUT,
    /** Bytes of one message. */
    MESSAGE
  }

  /**
   * It wrote something that is no message where only messages go, and was ended.
   *
   * @param line the first such line, cut where it is long
   */
  record Garbled(String line) implements Outcome {}

  /**
   * It ended without an answer.
   *
   * @param reason for people, a clause
   * @param output the end of what it printed
   */
  record Died(Sentence reason, String output) implements Outcome {}
}
