package dev.assay.run.jobs;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Interprets the ends of child processes: which verdict each means. */
public final class ProcessVerdicts {
  /** TensorFlow's message about an index that is out of range. */
  private static final Pattern NO_SUCH_ROW =
      Pattern.compile("= (-?\\d+) is not in \\[0, (\\d+)\\)");

  private static final int TRACE_LINES = 12;

  private ProcessVerdicts() {}

  /** The compiler runs none of the candidate's code, so what it answers is true. */
  public static Stop ofCompiler(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return answered.message() instanceof Message.Failed failed
              && failed.cause() == Message.Cause.CANDIDATE
          ? new Stop(
              Verdict.COMPILE_ERROR,
              Sentence.of(VerdictCode.COMPILER_FAILED, "reason", failed.sentence()))
          : ofWorker(outcome, Work.COMPILE);
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return new Stop(
          Verdict.TIME_LIMIT,
          Sentence.of(VerdictCode.COMPILED_TOO_LONG, "limit", timedOut.limitSeconds()));
    }
    Stop limit = LimitMessages.stop(outcome, Work.COMPILE);
    return limit == null ? ofWorker(outcome, Work.COMPILE) : limit;
  }

  /**
   * The verdict on a process that ran the candidate's code, which may have written anything in our
   * place.
   */
  public static Stop ofBuilder(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return new Stop(
          Verdict.BUILD_ERROR,
          answered.message() instanceof Message.Failed failed
              ? quoted(failed.text())
              : Sentence.of(VerdictCode.BUILDER_FORGED));
    }
    if (outcome instanceof Outcome.Garbled garbled) {
      return new Stop(
          Verdict.BUILD_ERROR, Sentence.of(VerdictCode.BUILDER_GARBLED, "line", garbled.line()));
    }
    return ofCandidate(outcome, Work.BUILD);
  }

  /** A candidate's process may say nothing. */
  private static Sentence quoted(String text) {
    return text.isBlank()
        ? Sentence.of(VerdictCode.BUILDER_SAID_NOTHING)
        : Sentence.of(VerdictCode.BUILDER_FAILED, "reason", text);
  }

  /** The verdict on a process that probed what a candidate's code could do. */
  public static Stop ofProbe(Outcome outcome) {
    return ofCandidate(outcome, Work.PROBE);
  }

  private static Stop ofCandidate(Outcome outcome, Work work) {
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return tooLong(VerdictCode.BUILT_TOO_LONG, work, timedOut);
    }
    Stop limit = LimitMessages.stop(outcome, work);
    if (limit != null) {
      return limit;
    }
    if (outcome instanceof Outcome.Died died) {
      return new Stop(
          Verdict.CRASHED,
          Sentence.of(
              VerdictCode.PROCESS_ENDED,
              "work",
              work.subject(),
              "reason",
              died.reason(),
              "output",
              died.output()));
    }
    return ofWorker(outcome, work);
  }

  private static Stop tooLong(VerdictCode code, Work work, Outcome.TimedOut timedOut) {
    return new Stop(
        Verdict.TIME_LIMIT,
        Sentence.of(code, "work", work.subject(), "limit", timedOut.limitSeconds()));
  }

  /** The verdict on a process that ran the answer's graph, but none of its code. */
  public static Stop ofModel(Outcome outcome, Work work) {
    if (isNotFinite(outcome)) {
      return new Stop(
          Verdict.DIVERGED,
          Sentence.of(VerdictCode.NOT_FINITE, "what", text(outcome)),
          Sentence.of(VerdictCode.DIVERGENCE_ADVICE));
    }
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Failed failed
        && failed.cause() == Message.Cause.CANDIDATE) {
      return new Stop(
          Verdict.CONTRACT_VIOLATION,
          Sentence.of(
              VerdictCode.MODEL_FAILED, "work", work.subject(), "error", failed.text().strip()),
          adviceOn(failed.text()));
    }
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return tooLong(VerdictCode.RAN_TOO_LONG, work, timedOut);
    }
    Stop limit = LimitMessages.isOfMemory(outcome) ? LimitMessages.stop(outcome, work) : null;
    return limit == null ? ofWorker(outcome, work) : limit;
  }

  private static Sentence adviceOn(String error) {
    Matcher gather = NO_SUCH_ROW.matcher(error);
    return gather.find()
        ? Sentence.of(VerdictCode.ROW_OUT_OF_RANGE, "rows", gather.group(2), "row", gather.group(1))
        : Sentence.of(VerdictCode.GENERAL_BATCHES);
  }

  /**
   * The reason in the result of a grading in which the grader's own process failed.
   *
   * @param thrown what was thrown; its trace tells us where
   */
  public static Sentence ofGrader(Throwable thrown) {
    String trace =
        Arrays.stream(thrown.getStackTrace())
            .limit(TRACE_LINES)
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining());
    return Sentence.of(FaultCode.GRADER_FAILED, "error", thrown.toString(), "trace", trace);
  }

  /** Tells whether a process ended before its job, or failed in code of ours. */
  public static boolean isOfGrader(Outcome outcome) {
    return outcome instanceof Outcome.NeverStarted
        || (outcome instanceof Outcome.Answered answered
            && answered.message() instanceof Message.Failed failed
            && failed.cause() == Message.Cause.WORKER);
  }

  /** Tells whether a model's own numbers ended it. */
  public static boolean isNotFinite(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Failed failed
        && failed.cause() == Message.Cause.NOT_FINITE;
  }

  private static String text(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered
            && answered.message() instanceof Message.Failed failed
        ? failed.text().strip()
        : "";
  }

  /** The verdict on a graph that crashed two processes at the same place in TensorFlow. */
  static Stop ofKernel(Role role, String place) {
    return new Stop(
        Verdict.CRASHED, Sentence.of(VerdictCode.MODEL_CRASHED, "step", role, "place", place));
  }

  /** The verdict on a process that ran only our code: its failure is ours. */
  private static Stop ofWorker(Outcome outcome, Work work) {
    return new Stop(
        Verdict.GRADER_ERROR,
        Sentence.of(
            FaultCode.WORKER_FAILED, "work", work.subject(), "reason", reason(outcome, work)));
  }

  /** A clause for people that quotes what is no message. */
  static Sentence said(Outcome.Garbled garbled) {
    return Sentence.of(FaultCode.WROTE_NO_MESSAGE, "line", garbled.line());
  }

  private static Sentence reason(Outcome outcome, Work work) {
    if (outcome instanceof Outcome.Answered answered) {
      return answered.message() instanceof Message.Failed failed
          ? failed.sentence()
          : Sentence.of(FaultCode.UNEXPECTED_ANSWER, "answer", String.valueOf(answered.message()));
    } else if (outcome instanceof Outcome.NeverStarted never) {
      return never.reason();
    } else if (outcome instanceof Outcome.Died died) {
      return Sentence.of(FaultCode.DIED, "reason", died.reason(), "output", died.output());
    } else if (outcome instanceof Outcome.Garbled garbled) {
      return said(garbled);
    } else if (outcome instanceof Outcome.TimedOut timedOut) {
      return Sentence.of(FaultCode.TOOK_TOO_LONG, "limit", timedOut.limitSeconds());
    } else if (outcome instanceof Outcome.Starved starved) {
      return Sentence.of(
          FaultCode.MACHINE_OUT_OF_MEMORY,
          "reached",
          starved.reached(),
          "allowed",
          starved.allowed());
    }
    return outcome instanceof Outcome.TooOpen open
        ? Sentence.of(FaultCode.TOO_OPEN, "missing", open.isolation().ids())
        : LimitMessages.of(outcome, work);
  }
}
