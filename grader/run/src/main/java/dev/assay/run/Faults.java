package dev.assay.run;

import dev.assay.report.Verdict;
import dev.assay.run.processes.Outcome;
import dev.assay.worker.protocol.Message;

/** Makes verdicts of child processes' ends. */
final class Faults {
  private static final String COMPILING = "Compiling";
  private static final String BUILDING = "Building the model";

  private Faults() {}

  /** The compiler runs none of the candidate's code, so what it answers is true. */
  static Fault ofCompiler(Outcome outcome) {
    return outcome instanceof Outcome.Answered
        ? ofWorker(outcome, COMPILING)
        : ofCandidate(outcome, COMPILING);
  }

  /** In a process that ran the candidate's code, that may have said anything in our place. */
  static Fault ofBuilder(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return new Fault(
          Verdict.BUILD_ERROR,
          answered.message() instanceof Message.Failed failed
              ? quoted(failed.text())
              : BUILDING + " said what only the grader says. Leave its messages alone.");
    }
    return ofCandidate(outcome, BUILDING);
  }

  /** A candidate's process may say nothing. */
  private static String quoted(String text) {
    return text.isBlank() ? BUILDING + " failed, and nothing was said of why." : text;
  }

  /** In a process that only tried what a candidate's code could do. */
  static Fault ofProbe(Outcome outcome) {
    return ofCandidate(outcome, "The probe");
  }

  private static Fault ofCandidate(Outcome outcome, String what) {
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return new Fault(
          Verdict.TIME_LIMIT,
          "%s took longer than the %d s allowed and was ended. Look for an endless loop."
              .formatted(what, timedOut.limitSeconds()));
    }
    if (outcome instanceof Outcome.PrintedTooMuch printed) {
      return new Fault(
          Verdict.OUTPUT_LIMIT,
          "%s printed more than the %d MiB allowed and was ended. Remove the printing."
              .formatted(what, printed.limitBytes() >> 20));
    }
    if (outcome instanceof Outcome.OutOfMemory memory) {
      return new Fault(
          Verdict.MEMORY_LIMIT,
          "%s ran out of memory: %d MiB of Java objects and %d MiB in all are allowed. A builder only describes a model: it needs no large arrays."
              .formatted(what, memory.limits().heapMebibytes(), memory.limits().memoryMebibytes()));
    }
    if (outcome instanceof Outcome.UsedTooMuch used) {
      return new Fault(Verdict.MEMORY_LIMIT, tooMuch(what, used));
    }
    if (outcome instanceof Outcome.Died died) {
      return new Fault(
          Verdict.CRASHED,
          "%s ended the process: %s. Remove System.exit and the like.%s"
              .formatted(what, died.reason(), indented(died.output())));
    }
    return ofWorker(outcome, what);
  }

  private static String tooMuch(String what, Outcome.UsedTooMuch used) {
    return switch (used.resource()) {
      case MEMORY ->
          "%s used %d MiB of memory; %d are allowed. A builder only describes a model: it needs no large arrays."
              .formatted(what, used.reached() >> 20, used.allowed() >> 20);
      case THREADS ->
          "%s had %d threads; %d are allowed. A builder needs none of its own."
              .formatted(what, used.reached(), used.allowed());
    };
  }

  /** In a process that ran the answer's graph, but none of its code. */
  static Fault ofModel(Outcome outcome, String what) {
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Failed failed
        && failed.cause() == Message.Cause.CANDIDATE) {
      return new Fault(
          Verdict.CONTRACT_VIOLATION,
          "%s ended with an error: %s\nA model must take batches of any size, and its output must depend on its weights."
              .formatted(what, failed.text().strip()));
    }
    return ofWorker(outcome, what);
  }

  /** In a process that ran only our code, the end is ours. */
  private static Fault ofWorker(Outcome outcome, String what) {
    return new Fault(
        Verdict.GRADER_ERROR,
        "%s failed in the grader, not in the answer: %s".formatted(what, reason(outcome)));
  }

  private static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return answered.message() instanceof Message.Failed failed
          ? failed.text()
          : "it answered %s to another question".formatted(answered.message());
    } else if (outcome instanceof Outcome.NeverStarted never) {
      return never.reason().strip();
    } else if (outcome instanceof Outcome.Died died) {
      return died.reason() + indented(died.output());
    } else if (outcome instanceof Outcome.TimedOut timedOut) {
      return "it took longer than %d s".formatted(timedOut.limitSeconds());
    }
    if (outcome instanceof Outcome.TooOpen open) {
      return "its process is not kept apart as well as is required; missing: %s. `assay doctor` tells more"
          .formatted(String.join(", ", open.isolation().ids()));
    } else if (outcome instanceof Outcome.UsedTooMuch used) {
      return tooMuch("it", used);
    }
    return outcome instanceof Outcome.OutOfMemory ? "it ran out of memory" : "it printed too much";
  }

  private static String indented(String output) {
    String text = output.strip();
    return text.isEmpty() ? "" : "\n    " + text.replace("\n", "\n    ");
  }
}
