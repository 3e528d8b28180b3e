package dev.assay.run.jobs;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;

/**
 * Whether a job is done once more by a fresh process, because the first one's end was not its own.
 */
public final class Retry {
  private Retry() {}

  /**
   * A process that ended before its job ran no code of a candidate, and one that trains or predicts
   * never does: what ended it came from outside, or is a fault of ours that may not repeat. So did
   * what ended one that was killed for want of memory before it had used all of its own.
   */
  public static boolean isDue(Role role, Outcome outcome) {
    return endedFromOutside(outcome)
        || (endedAlone(outcome) && (role == Role.TRAIN || role == Role.PREDICT));
  }

  /** A compiler runs none of the candidate's code either. */
  public static boolean isDueToCompile(Outcome outcome) {
    return endedFromOutside(outcome) || endedAlone(outcome);
  }

  private static boolean endedFromOutside(Outcome outcome) {
    return outcome instanceof Outcome.NeverStarted || outcome instanceof Outcome.Starved;
  }

  private static boolean endedAlone(Outcome outcome) {
    return outcome instanceof Outcome.Died || outcome instanceof Outcome.Garbled;
  }

  /** Says so in the result. */
  static Finding finding(Role role, Outcome outcome) {
    return finding(role.name(), outcome);
  }

  /** Says so of the compiler, in the result. */
  public static Finding findingOfCompiler(Outcome outcome) {
    return finding("COMPILE", outcome);
  }

  /** Says, while a grading runs, that a process which had served others is replaced. */
  static Finding findingOfServant(Role role) {
    return Finding.of(
        FindingCode.WORKER_RETRIED,
        "step",
        role.name(),
        "reason",
        Sentence.of(FaultCode.SERVED_OTHERS));
  }

  private static Finding finding(String step, Outcome outcome) {
    return Finding.of(FindingCode.WORKER_RETRIED, "step", step, "reason", reason(outcome));
  }

  private static Object reason(Outcome outcome) {
    if (outcome instanceof Outcome.Starved) {
      return Sentence.of(FaultCode.NO_MEMORY_LEFT);
    } else if (outcome instanceof Outcome.Garbled garbled) {
      return ProcessVerdicts.said(garbled);
    }
    String reason =
        outcome instanceof Outcome.Died died
            ? died.reason().text()
            : outcome instanceof Outcome.NeverStarted never ? never.reason().text() : "";
    return reason
        .lines()
        .findFirst()
        .map(line -> (Object) line.strip())
        .orElse(Sentence.of(FaultCode.WITHOUT_A_WORD));
  }
}
