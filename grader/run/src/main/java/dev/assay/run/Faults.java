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
    if (outcome instanceof Outcome.Answered answered) {
      return answered.message() instanceof Message.Failed failed
              && failed.cause() == Message.Cause.CANDIDATE
          ? new Fault(Verdict.COMPILE_ERROR, gaveUp(failed))
          : ofWorker(outcome, COMPILING);
    }
    return ofCandidate(outcome, COMPILING);
  }

  private static String gaveUp(Message.Failed failed) {
    return "The compiler gave up on the sources: %s. Look for an expression that is nested very deeply, or very long."
        .formatted(failed.text());
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
    Fault limit = Excess.fault(outcome, what, true);
    if (limit != null) {
      return limit;
    }
    if (outcome instanceof Outcome.Died died) {
      return new Fault(
          Verdict.CRASHED,
          "%s ended the process: %s. Remove System.exit and the like.%s"
              .formatted(what, died.reason(), indented(died.output())));
    }
    return ofWorker(outcome, what);
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
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return new Fault(
          Verdict.TIME_LIMIT,
          "%s took longer than the %d s allowed and was ended. Use a smaller model."
              .formatted(what, timedOut.limitSeconds()));
    }
    Fault limit = Excess.isOfMemory(outcome) ? Excess.fault(outcome, what, false) : null;
    return limit == null ? ofWorker(outcome, what) : limit;
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
    if (outcome instanceof Outcome.Starved starved) {
      return "the machine had no memory left when it used %d MiB of the %d that are allowed. Free some, or grade with fewer --jobs"
          .formatted(starved.reached() >> 20, starved.allowed() >> 20);
    }
    if (outcome instanceof Outcome.TooOpen open) {
      return "its process is not kept apart as well as is required; missing: %s. `assay doctor` tells more"
          .formatted(String.join(", ", open.isolation().ids()));
    }
    return Excess.of(outcome, "it");
  }

  private static String indented(String output) {
    String text = output.strip();
    return text.isEmpty() ? "" : "\n    " + text.replace("\n", "\n    ");
  }
}
